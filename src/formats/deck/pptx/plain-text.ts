/** Without the characters that XML cannot hold, not even escaped: one of them makes the whole file unreadable. */
export function plainText(text: string): string {
  return text.toWellFormed().replace(unwritable, "");
}

/** Every control character but tab and line ends. */
const unwritable = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu;
