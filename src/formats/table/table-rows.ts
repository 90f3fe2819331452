import type { FileNote } from "../read-result";
import type { Field } from "./columns";
import { listFields } from "./columns";
import type { Layout } from "./layout";
import { fieldsOf } from "./layout";

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
  const { row, headings } = layout;
  const rows = filled(cells, layout.fields);
  const again = headingsAgain(rows, layout);
  const found: TableRow[] = [];
  let place = 0;
  let group = again.size > 0 ? loneCell(rows[row - 1]) : null;
  let current: Headed = { fields: layout.fields, isSub: false };
  for (let at = row + 1; at < rows.length; at++) {
    const cells = rows[at] ?? [];
    const line = lines[at] ?? at + 1;
    const headed = again.has(at) ? { fields: layout.fields, isSub: false } : otherHeadings(cells);
    if (headed !== null) current = headed;
    if (headed !== null) continue;
    const lone = again.has(at + 1) ? loneCell(cells) : null;
    if (lone !== null) group = lone;
    if (lone !== null) continue;
    place += 1;
    if (current.isSub && (cells[0] ?? "").trim() !== "") current = { fields: layout.fields, isSub: false };
    const named = { ...(group === null ? {} : { phase: group }), ...namedCells(cells, current.fields) };
    const level = (levels[at] ?? 0) + (current.isSub ? 1 : 0);
    const why = whyLeftOut(named);
    if ((named.title ?? "").trim() === "") noteUntitled(cells, line, notes);
    else if (why !== null) notes.push({ line, message: why });
    else found.push({ cells: named, line, place, level });
    if (cells.slice(headings.length).some((cell) => cell.trim() !== ""))
      notes.push({ line, message: "This row has more cells than there are headings; the cells beyond were not read." });
  }
  return found;
}

interface Headed {
  readonly fields: Layout["fields"];
  /** Its rows belong to the row above them, as monday.com writes subitems: below headings of their own, with an empty first cell. */
  readonly isSub: boolean;
}

/** Other headings than those of the table, for the rows below them; null for a row that is none. */
function otherHeadings(cells: readonly string[]): Headed | null {
  const fields = fieldsOf(cells);
  const known = new Set(fields.filter((field) => field !== null));
  if (known.size < 3 || !known.has("title") || known.size * 2 < cells.filter((cell) => cell.trim() !== "").length)
    return null;
  return { fields, isSub: /^sub-?(?:items|tasks)$/i.test((cells[0] ?? "").trim()) };
}

function whyLeftOut(named: RowCells): string | null {
  if (isTotal(named)) return "This row sums up the others and was left out.";
  return /^(no|false|0|nein)$/i.test((named.active ?? "").trim()) ? "This row is not active and was left out." : null;
}

function headingsAgain(rows: Cells["rows"], { row, headings }: Layout): ReadonlySet<number> {
  const text = sameText(headings);
  return new Set(rows.flatMap((cells, at) => (at > row && cells.length > 0 && sameText(cells) === text ? [at] : [])));
}

/** A word for a sum, and nothing that only a step has. */
function isTotal({ title = "", id, owner, start, after }: RowCells): boolean {
  const isSum = /^(?:(?:grand )?totals?|sum|summe|gesamt(?:summe)?|somme|suma|totale|totaal)\s*:?$/i.test(title.trim());
  return isSum && [id, owner, start, after].every((cell) => (cell ?? "").trim() === "");
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
