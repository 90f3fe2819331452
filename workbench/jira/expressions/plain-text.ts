/** The words of a rich text document, one line for each block. */
export function plainText(node: unknown): string {
  if (typeof node === "string") return node;
  if (typeof node !== "object" || node === null) return "";
  if ("text" in node && typeof node.text === "string") return node.text;
  if (!("content" in node) || !Array.isArray(node.content)) return "";
  const isBlock =
    "type" in node && ["doc", "bulletList", "orderedList", "table", "tableRow"].includes(String(node.type));
  return node.content.map(plainText).join(isBlock ? "\n" : "");
}
