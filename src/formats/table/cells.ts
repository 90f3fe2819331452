/**
 * Text as a table cell, and back. A cell is trimmed when read, so text with blanks at its ends, and text that would read as a quoted
 * cell, is written as a JSON string.
 */
export function encodeText(text: string): string {
  return text !== text.trim() || /^["[{]/.test(text) || /[\r\t]/.test(text) || isTrap(text)
    ? JSON.stringify(text)
    : text;
}

export function decodeText(cell: string): string {
  const text = cell.trim();
  if (!text.startsWith('"')) return text;
  const value = parseJson(text);
  return typeof value === "string" ? value : text;
}

/** Where one cell names several people; a comma alone may stand inside a name. */
const severalPeople = /[;\n]|,\s*(?=[^\s,;]+@)/;

/** `Silva, Ana` is one person, `Ana Silva, Ben Kay` are two. */
export function betweenPeople(cell: string): RegExp {
  const parts = cell.split(",");
  const areWhole = parts.length > 1 && parts.every((part) => /\S\s+\S/.test(part.trim()));
  return areWhole ? /[;,\n]/ : severalPeople;
}

/** A name that would read as several people is quoted. */
export function encodePerson(person: string): string {
  return betweenPeople(person).test(person) ? JSON.stringify(person) : encodeText(person);
}

/** A list for people where it reads back as the same list, JSON where it does not. */
export function encodeList(list: readonly string[]): string {
  if (list.length === 0) return "";
  const plain = list.join("; ");
  return sameList(decodeList(plain), list) && !isTrap(plain) ? plain : JSON.stringify(list);
}

export function decodeList(cell: string): readonly string[] {
  const text = cell.trim();
  const value = text.startsWith("[") ? parseJson(text) : null;
  if (Array.isArray(value)) return value.map(String);
  return text
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** Words such as `__proto__` that a library may take for a property of every object. */
function isTrap(text: string): boolean {
  return Object.hasOwn(Object.prototype, text);
}

/** The writer of workbooks looks texts up by name, and takes `__proto__` for what every object has; quoted it is a text like any other. */
export function quoteTrap(cell: string): string {
  return isTrap(cell) ? JSON.stringify(cell) : cell;
}

export function unquoteTrap(cell: string): string {
  return cell.startsWith('"') && isTrap(cell.slice(1, -1)) && cell === JSON.stringify(cell.slice(1, -1))
    ? cell.slice(1, -1)
    : cell;
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, at) => item === b[at]);
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A spreadsheet takes text that begins like this for a formula. An apostrophe in front makes it text again. */
const formula = /^'*[=+\-@\t\r]/;

export function defuse(cell: string): string {
  return formula.test(cell) ? `'${cell}` : cell;
}

export function refuseFormula(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
}
