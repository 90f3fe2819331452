import type { Root } from "./markdown-document";
import { textOf } from "./markdown-text";
import { fieldOf } from "./table/columns";
import type { Sheet } from "./table/sheets";

interface FoundTable {
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly number[];
  /** The heading it stands under. */
  readonly under: string;
}

/** The tables of a document. Those with the same headings are one table, and what they stand under is the phase of their steps. */
export function tablesOf(root: Root): readonly Sheet[] {
  const groups = Map.groupBy(foundIn(root), ({ rows }) => JSON.stringify(rows[0]));
  return [...groups.values()].flatMap((tables) => {
    const [first] = tables;
    return first === undefined ? [] : [tables.length === 1 ? sheetOf(first) : sheetOf(joined(tables, first))];
  });
}

function foundIn(root: Root): readonly FoundTable[] {
  let under = "";
  return root.children.flatMap((node) => {
    if (node.type === "heading" && node.depth > 1) under = textOf(node).trim();
    if (node.type !== "table") return [];
    const rows = node.children.map((row) => row.children.map(textOf));
    return [{ rows, lines: node.children.map((row) => row.position?.start.line ?? 0), under }];
  });
}

function joined(tables: readonly FoundTable[], first: FoundTable): FoundTable {
  const heading = first.rows[0] ?? [];
  const isPhased = heading.some((cell) => fieldOf(cell) === "phase");
  const rows = tables.flatMap(({ rows: [, ...body], under }) =>
    body.map((row) => (isPhased ? row : padded(row, heading.length, under))),
  );
  const lines = tables.flatMap(({ lines }) => lines.slice(1));
  return {
    rows: [isPhased ? heading : [...heading, "Phase"], ...rows],
    lines: [first.lines[0] ?? 0, ...lines],
    under: "",
  };
}

function padded(row: readonly string[], length: number, last: string): readonly string[] {
  return [...Array.from({ length }, (_, at) => row[at] ?? ""), last];
}

function sheetOf({ rows, lines }: FoundTable): Sheet {
  return { name: `line ${lines[0]}`, rows, lines, levels: [], merges: [], remarks: [] };
}
