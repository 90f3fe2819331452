/** Between the plan's plain text and Atlassian's document format: paragraphs, lists and bold, which is what plans are written in. */

interface Node {
  readonly type: string;
  readonly text?: string;
  readonly content?: readonly Node[];
  readonly marks?: readonly { readonly type: string }[];
  readonly attrs?: Readonly<Record<string, unknown>>;
}

export interface DocumentText {
  readonly text: string;
  /** True when the document says more than the text: a table, a mention, a link. Writing the text back would lose it. */
  readonly rich: boolean;
}

/** Null stands for no description at all. */
export function toDocument(text: string): Node | null {
  const blocks = text.replaceAll("\r\n", "\n").split(/\n[ \t]*\n+/);
  const content = blocks.flatMap(toBlocks);
  return content.length === 0 ? null : { type: "doc", ...version, content };
}

export function toText(whole: unknown): DocumentText {
  if (!isNode(whole)) return { text: typeof whole === "string" ? normalise(whole) : "", rich: false };
  const text = (whole.content ?? []).map(blockText).filter(Boolean).join("\n\n");
  const again = toDocument(text);
  const rich =
    JSON.stringify(again === null ? [] : shape(again)) !==
    JSON.stringify(text === "" && isBlank(whole) ? [] : shape(whole));
  return { text, rich };
}

/** The one spelling under which two texts that look alike are alike. */
export function normalise(text: string): string {
  return toText(toDocument(text)).text;
}

const version = { version: 1 };
const bullet = /^[-*•][ \t]+/;
const numbered = /^\d+[.)][ \t]+/;

function toBlocks(block: string): readonly Node[] {
  const lines = block
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  const runs: string[][] = [];
  for (const line of lines) {
    const run = runs.at(-1);
    if (run !== undefined && lineKind(run[0] ?? "") === lineKind(line)) run.push(line);
    else runs.push([line]);
  }
  return runs.map(toBlock);
}

function lineKind(line: string): "bullet" | "number" | "prose" {
  if (bullet.test(line)) return "bullet";
  return numbered.test(line) ? "number" : "prose";
}

function toBlock(lines: readonly string[]): Node {
  const kind = lineKind(lines[0] ?? "");
  if (kind === "prose") return { type: "paragraph", content: withBreaks(lines) };
  const strip = kind === "bullet" ? bullet : numbered;
  const content = lines.map((line) => ({
    type: "listItem",
    content: [{ type: "paragraph", content: toInline(line.replace(strip, "")) }],
  }));
  return { type: kind === "bullet" ? "bulletList" : "orderedList", content };
}

function withBreaks(lines: readonly string[]): readonly Node[] {
  return lines.flatMap((line, at) => (at === 0 ? toInline(line) : [{ type: "hardBreak" }, ...toInline(line)]));
}

function toInline(line: string): readonly Node[] {
  return line
    .split(/(\*\*[^*\s](?:[^*]*[^*\s])?\*\*)/)
    .filter((part) => part !== "")
    .map((part) =>
      part.startsWith("**") && part.endsWith("**") && part.length > 4
        ? { type: "text", text: part.slice(2, -2), marks: [{ type: "strong" }] }
        : { type: "text", text: part },
    );
}

function blockText(node: Node): string {
  if (node.type === "bulletList") return listText(node, () => "- ");
  if (node.type === "orderedList") return listText(node, (at) => `${at + 1}. `);
  if (node.type === "paragraph" || node.type === "heading") return tidy(inlineText(node));
  return (node.content ?? [])
    .map((child) =>
      child.content === undefined ? inlineText({ type: "paragraph", content: [child] }) : blockText(child),
    )
    .filter(Boolean)
    .join("\n");
}

function listText(list: Node, lead: (at: number) => string): string {
  const items = (list.content ?? []).map((item) => (item.content ?? []).map(blockText).join("\n"));
  return items.map((item, at) => `${lead(at)}${item}`).join("\n");
}

function inlineText(node: Node): string {
  return (node.content ?? []).map(leafText).join("");
}

function leafText(leaf: Node): string {
  if (leaf.type === "hardBreak") return "\n";
  const shown = leaf.attrs?.["text"] ?? leaf.attrs?.["shortName"] ?? leaf.attrs?.["url"];
  const text = leaf.text ?? (typeof shown === "string" ? shown : inlineText(leaf));
  return leaf.marks?.some((mark) => mark.type === "strong") === true ? `**${text}**` : text;
}

function tidy(text: string): string {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .join("\n");
}

function isBlank(node: Node): boolean {
  return (node.content ?? []).every((child) => child.type === "paragraph" && (child.content ?? []).length === 0);
}

/** What a document says, without what Jira adds to every document by itself. */
function shape(node: Node): unknown {
  if (node.type === "text") return { text: node.text, strong: (node.marks ?? []).map((mark) => mark.type) };
  return { type: node.type, content: joined(node.content ?? []).map(shape) };
}

/** Jira may cut one text in two; that is no difference. */
function joined(nodes: readonly Node[]): readonly Node[] {
  return nodes.reduce<readonly Node[]>((before, node) => {
    const last = before.at(-1);
    const joins = last?.type === "text" && node.type === "text" && marksOf(last) === marksOf(node);
    return joins ? [...before.slice(0, -1), { ...last, text: `${last.text}${node.text}` }] : [...before, node];
  }, []);
}

function marksOf(node: Node): string {
  return (node.marks ?? []).map((mark) => mark.type).join();
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}
