import type { FileNote } from "../read-result";
import type { Field } from "./columns";
import { listFields } from "./columns";
import type { Layout } from "./layout";

/** A table as text cells; `lines[i]` is where row i stands in the file. */
export interface Cells {
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly number[];
  /** How deep a sheet has indented or grouped each row; empty where it cannot say. */
  readonly levels: readonly number[];
  /** Cells of one column that a sheet shows as one, by rows from 0, the last included. */
  readonly merges: readonly Merge[];
}

export interface Merge {
  readonly column: number;
  readonly first: number;
  readonly last: number;
}

export type RowCells = Readonly<Partial<Record<Field, string>>>;

export interface TableRow {
  readonly cells: RowCells;
  readonly line: number;
  /** Its number below the headings, empty rows counted, as spreadsheets number rows. */
  readonly place: number;
  readonly level: number;
}

/**
 * The rows below the headings that name a step. Headings that come again, as on printed pages and above every group, are skipped; a lone
 * cell above them names the group.
 */
export function rowsBelow(cells: Cells, layout: Layout, notes: FileNote[]): readonly TableRow[] {
  const { lines, levels } = cells;
  const { row, headings, fields } = layout;
  const rows = filled(cells, fields);
  const again = headingsAgain(rows, layout);
  const found: TableRow[] = [];
  let place = 0;
  let group = again.size > 0 ? loneCell(rows[row - 1]) : null;
  for (let at = row + 1; at < rows.length; at++) {
    const cells = rows[at] ?? [];
    const line = lines[at] ?? at + 1;
    if (again.has(at)) continue;
    const lone = again.has(at + 1) ? loneCell(cells) : null;
    if (lone !== null) group = lone;
    if (lone !== null) continue;
    place += 1;
    const named = { ...(group === null ? {} : { phase: group }), ...namedCells(cells, fields) };
    if ((named.title ?? "").trim() === "") noteUntitled(cells, line, notes);
    else if (/^(no|false|0|nein)$/i.test((named.active ?? "").trim()))
      notes.push({ line, message: "This row is not active and was left out." });
    else found.push({ cells: named, line, place, level: levels[at] ?? 0 });
    if (cells.slice(headings.length).some((cell) => cell.trim() !== ""))
      notes.push({ line, message: "This row has more cells than there are headings; the cells beyond were not read." });
  }
  return found;
}

function headingsAgain(rows: Cells["rows"], { row, headings }: Layout): ReadonlySet<number> {
  const text = sameText(headings);
  return new Set(rows.flatMap((cells, at) => (at > row && cells.length > 0 && sameText(cells) === text ? [at] : [])));
}

function loneCell(cells: readonly string[] | undefined): string | null {
  const said = cells?.filter((cell) => cell.trim() !== "") ?? [];
  return said.length === 1 && cells?.[0]?.trim() !== "" ? (said[0] ?? null) : null;
}

/** What several steps of one merged cell share; a merged title or id is still one step. */
const shared: ReadonlySet<Field | null | undefined> = new Set<Field>([
  "phase",
  "owner",
  "stream",
  "wave",
  "side",
  "parent",
  "start",
  "finish",
  "objective",
  "departments",
]);

function filled({ rows, merges }: Cells, fields: Layout["fields"]): Cells["rows"] {
  const down = merges.filter(({ column }) => shared.has(fields[column]));
  if (down.length === 0) return rows;
  const copy = rows.map((row) => [...row]);
  for (const { column, first, last } of down) {
    const value = rows[first]?.[column] ?? "";
    copy.slice(first + 1, last + 1).forEach((row) => void (row[column] = value));
  }
  return copy;
}

function namedCells(cells: readonly string[], fields: Layout["fields"]): RowCells {
  const named: Partial<Record<Field, string>> = {};
  cells.forEach((cell, at) => {
    const field = fields[at];
    if (!field || (named[field] !== undefined && cell.trim() === "")) return;
    const before = listFields.has(field) ? named[field] : undefined;
    named[field] = before === undefined || before.trim() === "" ? cell : `${before}\n${cell}`;
  });
  return named;
}

/** A row of totals or a line below the table is nothing to worry about, and nothing to hide. */
function noteUntitled(cells: readonly string[], line: number, notes: FileNote[]): void {
  if (cells.every((cell) => cell.trim() === "")) return;
  const said = cells
    .map((cell) => cell.trim())
    .filter((cell) => cell !== "")
    .join(" | ")
    .slice(0, 80);
  notes.push({ line, message: `This row has no title and was not read: ${said}` });
}

function sameText(cells: readonly string[]): string {
  const last = cells.findLastIndex((cell) => cell !== "");
  return JSON.stringify(cells.slice(0, last + 1));
}
