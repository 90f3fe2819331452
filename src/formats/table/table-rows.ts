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

/** The rows below the headings that name a step. Headings that come again, as on printed pages and above every group, are skipped. */
export function rowsBelow(cells: Cells, { row, headings, fields }: Layout, notes: FileNote[]): readonly TableRow[] {
  const { lines, levels } = cells;
  const rows = filled(cells, fields);
  const again = sameText(headings);
  const found: TableRow[] = [];
  let place = 0;
  for (let at = row + 1; at < rows.length; at++) {
    const cells = rows[at] ?? [];
    const line = lines[at] ?? at + 1;
    if (sameText(cells) === again) continue;
    place += 1;
    const wider = cells.slice(headings.length).findIndex((cell) => cell.trim() !== "");
    const named = namedCells(cells, fields);
    if ((named.title ?? "").trim() === "") {
      if (cells.some((cell) => cell.trim() !== "")) noteUntitled(cells, line, notes);
      continue;
    }
    if (wider !== -1)
      notes.push({ line, message: "This row has more cells than there are headings; the cells beyond were not read." });
    found.push({ cells: named, line, place, level: levels[at] ?? 0 });
  }
  return found;
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
