/** An element with text in it. What XML cannot hold at all, control characters and lone surrogates, is left out. */
export function element(name: string, text: string): string {
  const safe = text
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\r", "&#13;");
  return raw(name, safe);
}

export function raw(name: string, body: string): string {
  return `<${name}>${body}</${name}>`;
}
