import type { ReactNode } from "react";
import { z } from "zod";
import { textOf } from "../call";

const node = z.looseObject({
  type: z.string(),
  text: z.string().optional(),
  attrs: z.record(z.string(), z.unknown()).optional(),
  content: z.array(z.unknown()).optional(),
  marks: z.array(z.looseObject({ type: z.string(), attrs: z.record(z.string(), z.unknown()).optional() })).optional(),
});
type Node = z.infer<typeof node>;

const tags = {
  paragraph: "p",
  heading: "h4",
  bulletList: "ul",
  orderedList: "ol",
  listItem: "li",
  taskList: "ul",
  taskItem: "li",
  blockquote: "blockquote",
  codeBlock: "pre",
  panel: "aside",
  table: "table",
  tableRow: "tr",
  tableHeader: "th",
  tableCell: "td",
} as const;
const markTags = { strong: "strong", em: "em", code: "code", strike: "s", underline: "u" } as const;

const isIn = <T extends object>(table: T, name: PropertyKey): name is keyof T => Object.hasOwn(table, name);

/** Atlassian's document format, shown plainly. */
export function Adf({ of }: { readonly of: unknown }): ReactNode {
  const read = node.safeParse(of);
  if (!read.success) return typeof of === "string" ? of : null;
  const { type, content = [] } = read.data;
  const inside = content.map((child, at) => <Adf key={at} of={child} />);
  if (type === "text") return marked(read.data);
  if (type === "hardBreak") return <br />;
  if (type === "rule") return <hr />;
  if (type === "table")
    return (
      <table>
        <tbody>{inside}</tbody>
      </table>
    );
  if (isIn(tags, type)) {
    const Tag = tags[type];
    return (
      <Tag>
        {mark(read.data)}
        {inside}
      </Tag>
    );
  }
  return inside.length > 0 ? inside : textOf(read.data.attrs?.["text"] ?? read.data.attrs?.["url"]);
}

const mark = ({ type, attrs }: Node) => (type === "taskItem" ? (attrs?.["state"] === "DONE" ? "☑ " : "☐ ") : null);

function marked({ text, marks = [] }: Node): ReactNode {
  return marks.reduce<ReactNode>((inside, { type, attrs }) => {
    const address = textOf(attrs?.["href"]);
    // Only addresses a browser cannot run as script become links.
    if (type === "link") return /^(https?:|mailto:|\/)/.test(address) ? <a href={address}>{inside}</a> : inside;
    if (!isIn(markTags, type)) return inside;
    const Tag = markTags[type];
    return <Tag>{inside}</Tag>;
  }, text);
}

/** Plain lines as a document, for what is typed into this page. */
export function adfOf(text: string): object {
  const lines = text.split(/\n+/).filter((line) => line.trim() !== "");
  return {
    type: "doc",
    version: 1,
    content: lines.map((line) => ({ type: "paragraph", content: [{ type: "text", text: line }] })),
  };
}
