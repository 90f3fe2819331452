import type { fromMarkdown } from "mdast-util-from-markdown";
import { textOf } from "./markdown-text";
import type { Field } from "./table/columns";
import { columns } from "./table/columns";

type Root = ReturnType<typeof fromMarkdown>;
type Block = Root["children"][number];
type List = Extract<Block, { type: "list" }>;

export interface ChecklistRows {
  readonly heading: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly number[];
}

const fields: readonly Field[] = ["title", "description", "owner", "duration", "phase", "level"];

/** The items of task lists as rows of a table: the heading above is the phase, a list inside an item is its group. */
export function checklistRows(root: Root): ChecklistRows {
  const found: { row: readonly string[]; line: number }[] = [];
  let phase = "";
  for (const node of root.children) {
    if (node.type === "heading" && node.depth > 1) phase = textOf(node).trim();
    if (node.type === "list") found.push(...itemsOf(node, phase, 1));
  }
  const heading = fields.map((field) => columns.find((column) => column.field === field)?.heading ?? field);
  return { heading, rows: found.map(({ row }) => row), lines: found.map(({ line }) => line) };
}

function itemsOf(list: List, phase: string, level: number): { row: readonly string[]; line: number }[] {
  return list.children.flatMap((item) => {
    const inner = item.children.flatMap((child) => (child.type === "list" ? itemsOf(child, phase, level + 1) : []));
    if (typeof item.checked !== "boolean") return inner;
    const texts = item.children.filter((child) => child.type !== "list").map(textOf);
    const { title, owner, duration } = readItem(texts[0] ?? "");
    const row = [title, texts.slice(1).join("\n"), owner, duration, phase, String(level)];
    return [{ row, line: item.position?.start.line ?? 0 }, ...inner];
  });
}

/** `Export the records (ana@example.com, 2d)`: the trailing brackets may name an owner and a duration. */
function readItem(text: string): { title: string; owner: string; duration: string } {
  const plain = text.replaceAll("\n", " ").trim();
  const parts = /^(.*\S)\s*\(([^()]*)\)$/.exec(plain);
  const said = parts?.[2]?.split(",").map((part) => part.trim()) ?? [];
  const owner = said.find((part) => /^@?\S+@\S+\.\S+$/.test(part)) ?? "";
  const duration = said.find((part) => /^\d+(\.\d+)?e?[mhdw]$/.test(part)) ?? "";
  const isKnown = said.length > 0 && said.every((part) => part === owner || part === duration);
  return {
    title: isKnown ? (parts?.[1] ?? plain) : plain,
    owner: isKnown ? owner : "",
    duration: isKnown ? duration : "",
  };
}
