import { parseJson } from "./table/cells";

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}

/** The plain text of a piece of Markdown. A break is a line end; text we wrote as code reads back as it was. */
export function textOf(node: Node): string {
  if (node.type === "break" || (node.type === "html" && /^<br\s*\/?>$/i.test(node.value ?? ""))) return "\n";
  if (node.type === "inlineCode" && node.value?.startsWith('"')) {
    const value = parseJson(node.value);
    if (typeof value === "string") return value;
  }
  return node.value ?? (node.children ?? []).map(textOf).join("");
}

/** Letters, digits and marks that mean nothing to Markdown; whatever holds more is written as code in JSON, which nothing changes. */
const harmless = /^(?:[\p{L}\p{N}.,;:@/()%+='’…–-]| (?! ))*$/u;

export function cellMarkdown(text: string): string {
  if (harmless.test(text) && text === text.trim() && !/https?:|www\./i.test(text)) return text;
  return codeMarkdown(text);
}

export function codeMarkdown(text: string): string {
  return `\`${JSON.stringify(text).replaceAll("`", "\\u0060").replaceAll("|", "\\u007c")}\``;
}
