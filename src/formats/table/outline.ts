import type { FileNote } from "../read-result";
import type { TableRow } from "./table-rows";

/**
 * A spreadsheet that takes 3.10 for a number shows 3.1, so the number after 3.9 comes as a second 3.1. Outline numbers are text;
 * one that repeats an earlier number where the count goes on is given its zero back.
 */
export function mendOutline(rows: readonly TableRow[], notes: FileNote[]): readonly TableRow[] {
  const field = rows.some(({ cells }) => (cells.outline ?? "").trim() !== "") ? "outline" : "id";
  const taken = new Set<string>();
  let before = "";
  return rows.map((row) => {
    const said = (row.cells[field] ?? "").trim().replace(/\.$/, "");
    const meant = taken.has(said) && `${said}0` === next(before, said) ? `${said}0` : said;
    if (meant !== said)
      notes.push({
        line: row.line,
        message: `The second ${said} was read as ${meant}, which it was before a spreadsheet took it for a number.`,
      });
    taken.add(meant);
    if (/^\d+\.\d+$/.test(meant)) before = meant;
    return meant === said ? row : { ...row, cells: { ...row.cells, [field]: meant } };
  });
}

/** The number after `3.9` where `3.1` stands for one of the same list. */
function next(before: string, said: string): string {
  const [head, tail] = before.split(".");
  return said.startsWith(`${head}.`) ? `${head}.${Number(tail) + 1}` : "";
}
