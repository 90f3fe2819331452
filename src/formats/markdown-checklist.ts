import type { Root } from "./markdown-document";
import { textOf } from "./markdown-text";
import { columns } from "./table/columns";
import { headPart } from "./table/plan-head";

type Block = Root["children"][number];
type List = Extract<Block, { type: "list" }>;

export interface ChecklistRows {
  readonly heading: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly number[];
  /** How many of the rows are headings with nothing below them. */
  readonly bareHeadings: number;
}

interface Row {
  readonly cells: { title: string; description: string; owner: string; duration: string; phase: string };
  readonly level: number;
  readonly line: number;
  /** A heading holds steps; only one with nothing below it may be a step itself. */
  readonly isHeading: boolean;
}

const fields = ["title", "description", "owner", "duration", "phase"] as const;
const headings = [...fields, "level"].map(
  (field) => columns.find((column) => column.field === field)?.heading ?? field,
);

/** Which items of lists are steps: those with a box, or all of them, and headings with nothing below, where no item has one. */
export type Items = "tasks" | "all";

/**
 * The items of lists as rows of a table. The highest headings below the title are phases, those below them groups; a list inside an item
 * is its group.
 */
export function checklistRows(root: Root, items: Items): ChecklistRows {
  const kept = withoutEmpty(rowsIn(root, items), items);
  return {
    heading: headings,
    rows: kept.map(({ cells, level }) => [...fields.map((field) => cells[field]), String(level)]),
    lines: kept.map(({ line }) => line),
    bareHeadings: kept.filter(({ isHeading, level }, at) => isHeading && (kept[at + 1]?.level ?? 0) <= level).length,
  };
}

function rowsIn(root: Root, items: Items): readonly Row[] {
  const depths = root.children.flatMap((node) => (node.type === "heading" && node.depth > 1 ? [node.depth] : []));
  const top = Math.min(...depths, 6);
  const found: Row[] = [];
  let place = { phase: "", level: 0, isBeside: false };
  for (const node of root.children) {
    if (node.type === "heading") {
      const title = textOf(node).trim();
      const level = Math.max(0, node.depth - top);
      const isTitle = node.depth === 1;
      if (node.depth <= top) place = { phase: isTitle ? "" : title, level, isBeside: headPart(title) !== null };
      else place = { ...place, level };
      const row = headingRow(title, { ...place, line: node.position?.start.line ?? 0 });
      if (!isTitle && !place.isBeside) found.push(row);
    }
    if (place.isBeside) continue;
    if (node.type === "list") found.push(...itemsOf(node, { ...place, level: place.level + 1, items }));
    if (node.type === "paragraph") describe(found.at(-1), textOf(node));
  }
  return found;
}

/** The words below a heading say how its step is done. */
function describe(above: Row | undefined, text: string): void {
  if (above?.isHeading !== true) return;
  above.cells.description = [above.cells.description, text].filter((part) => part !== "").join("\n\n");
}

/**
 * From the last row up: whether a step stands below each level before the next row of that level or above. Phases that hold steps are
 * told by their steps.
 */
function withoutEmpty(rows: readonly Row[], items: Items): readonly Row[] {
  const holds = Array.from({ length: 7 }, () => false);
  const kept = rows.toReversed().filter(({ level, isHeading }) => {
    const isFull = holds[level] === true;
    const isKept = !isHeading || (level === 0 ? items === "all" && !isFull : isFull || items === "all");
    for (let other = 0; other < holds.length; other++) {
      if (other >= level) holds[other] = false;
      else if (isKept) holds[other] = true;
    }
    return isKept;
  });
  return kept.toReversed();
}

function headingRow(title: string, place: { phase: string; level: number; line: number }): Row {
  const { phase, level, line } = place;
  const cells = { title, description: "", owner: "", duration: "", phase: level === 0 ? "" : phase };
  return { cells, level, line, isHeading: true };
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
    const cells = { title, description: texts.slice(1).join("\n"), owner, duration, phase };
    return [{ cells, level, line: item.position?.start.line ?? 0, isHeading: false }, ...inner];
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
