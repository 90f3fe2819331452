import type { fromMarkdown } from "mdast-util-from-markdown";
import { textOf } from "./markdown-text";
import type { Field } from "./table/columns";
import { columns } from "./table/columns";
import { headPart } from "./table/plan-head";

type Root = ReturnType<typeof fromMarkdown>;
type Block = Root["children"][number];
type List = Extract<Block, { type: "list" }>;

export interface ChecklistRows {
  readonly heading: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly number[];
}

interface Row {
  readonly row: readonly string[];
  readonly line: number;
  /** A heading holds steps and is none by itself. */
  readonly isHeading: boolean;
}

const fields: readonly Field[] = ["title", "description", "owner", "duration", "phase", "level"];

/** Which items of lists are steps: those with a box, or all of them where no item has one. */
export type Items = "tasks" | "all";

/**
 * The items of lists as rows of a table. The highest headings below the title are phases, those below them groups; a list inside an item
 * is its group.
 */
export function checklistRows(root: Root, items: Items): ChecklistRows {
  const depths = root.children.flatMap((node) => (node.type === "heading" && node.depth > 1 ? [node.depth] : []));
  const top = Math.min(...depths, 6);
  const found: Row[] = [];
  let place = { phase: "", level: 0, isBeside: false };
  for (const node of root.children) {
    if (node.type === "heading") {
      const said = textOf(node).trim();
      if (node.depth <= top)
        place = { phase: node.depth === 1 ? "" : said, level: 0, isBeside: headPart(said) !== null };
      else {
        place = { ...place, level: node.depth - top };
        found.push(
          rowOf({ title: said, phase: place.phase, level: place.level, line: node.position?.start.line ?? 0 }),
        );
      }
    }
    if (node.type === "list" && !place.isBeside)
      found.push(...itemsOf(node, { ...place, level: place.level + 1, items }));
  }
  const kept = withoutEmptyHeadings(found);
  const heading = fields.map((field) => columns.find((column) => column.field === field)?.heading ?? field);
  return { heading, rows: kept.map(({ row }) => row), lines: kept.map(({ line }) => line) };
}

/** From the last row up: whether a step stands below each level before the next row of that level or above. */
function withoutEmptyHeadings(rows: readonly Row[]): readonly Row[] {
  const holds = Array.from({ length: 7 }, () => false);
  const kept = rows.toReversed().filter(({ row, isHeading }) => {
    const level = Number(row.at(-1));
    const isKept = !isHeading || holds[level] === true;
    for (let other = 0; other < holds.length; other++) {
      if (other >= level) holds[other] = false;
      else if (!isHeading) holds[other] = true;
    }
    return isKept;
  });
  return kept.toReversed();
}

function rowOf({ title, phase, level, line }: { title: string; phase: string; level: number; line: number }): Row {
  return { row: [title, "", "", "", phase, String(level)], line, isHeading: true };
}

interface Place {
  readonly phase: string;
  readonly level: number;
  readonly items: Items;
}

function itemsOf(list: List, place: Place): readonly Row[] {
  const { phase, level, items } = place;
  return list.children.flatMap((item) => {
    const inner = item.children.flatMap((child) =>
      child.type === "list" ? itemsOf(child, { ...place, level: level + 1 }) : [],
    );
    if (items === "tasks" && typeof item.checked !== "boolean") return inner;
    const texts = item.children.filter((child) => child.type !== "list").map(textOf);
    const { title, owner, duration } = readItem(texts[0] ?? "");
    if (title === "") return inner;
    const row = [title, texts.slice(1).join("\n"), owner, duration, phase, String(level)];
    return [{ row, line: item.position?.start.line ?? 0, isHeading: false }, ...inner];
  });
}

/** `Export the records (ana@example.com, 2d)`: the trailing brackets may name an owner and a duration. */
function readItem(text: string): { title: string; owner: string; duration: string } {
  const plain = text.replaceAll("\n", " ").trim();
  const parts = plain.length > 2000 ? null : /^(.*\S)\s*\(([^()]*)\)$/.exec(plain);
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
