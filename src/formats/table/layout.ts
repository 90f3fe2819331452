import type { Claim, Field } from "./columns";
import { claimsOf, listFields } from "./columns";

/** What a person may say about a table that its file leaves open; null leaves it to the reader. */
export interface TableChoices {
  /** The sheet of a workbook, by its name. */
  readonly sheet: string | null;
  /** The line, or row of the sheet, in which the headings stand. */
  readonly heading: number | null;
  /** What each column holds, from the left; null: not read. */
  readonly fields: readonly (Field | null)[] | null;
  /** Which number of 03/02/2026 is the day. */
  readonly days: "day-first" | "month-first" | null;
}

export const noChoices: TableChoices = { sheet: null, heading: null, fields: null, days: null };

/** Where the headings of a table stand, and what each column holds. */
export interface Layout {
  readonly row: number;
  readonly headings: readonly string[];
  readonly fields: readonly (Field | null)[];
}

type Rows = readonly (readonly string[])[];

export function layoutOf(rows: Rows, lines: readonly number[], choices: TableChoices): Layout | null {
  const said = choices.heading === null ? -1 : lines.indexOf(choices.heading);
  const row = said >= 0 ? said : (findHeading(rows) ?? (choices.fields === null ? null : firstFilled(rows)));
  if (row === null) return null;
  const headings = rows[row] ?? [];
  return {
    row,
    headings,
    fields: choices.fields === null ? fieldsOf(headings) : padded(choices.fields, headings.length),
  };
}

/** A table may stand below a cover page, but not below everything else. */
const deepestHeading = 200;

/** The row that heads the table: of those that name a title, the first with the most known columns. */
export function findHeading(rows: Rows): number | null {
  const known = rows.slice(0, deepestHeading).map((row) => {
    const fields = new Set(row.map((cell) => claimsOf(cell)[0]?.field).filter((field) => field !== undefined));
    return fields.has("title") || (fields.has("description") && fields.size > 2) ? fields.size : 0;
  });
  const most = Math.max(0, ...known);
  return most === 0 ? null : known.indexOf(most);
}

function firstFilled(rows: Rows): number | null {
  const found = rows.findIndex((row) => row.some((cell) => cell.trim() !== ""));
  return found === -1 ? null : found;
}

/** Each column holds what its heading says, unless another says so better; lists may stand in several columns. */
export function fieldsOf(headings: readonly string[]): readonly (Field | null)[] {
  const claims = headings.map(claimsOf);
  const taken = new Map<number, Field>();
  const ranked = claims
    .flatMap((list, at) => list.map((claim) => ({ ...claim, at })))
    .toSorted((a, b) => weightOf(a) - weightOf(b) || a.at - b.at);
  const held = new Set<Field>();
  for (const { field, at } of ranked) {
    if (taken.has(at) || (held.has(field) && !listFields.has(field))) continue;
    taken.set(at, field);
    held.add(field);
  }
  const fields = headings.map((_, at) => taken.get(at) ?? null);
  // Where nothing else names the step, what describes it does.
  return held.has("title") || held.size < 3
    ? fields
    : fields.map((field) => (field === "description" ? "title" : field));
}

/** A deadline is when a step is due unless another column says that. */
function weightOf({ field, rank }: Claim): number {
  return field === "deadline" && rank > 0 ? rank + 100 : rank;
}

function padded(fields: readonly (Field | null)[], length: number): readonly (Field | null)[] {
  return Array.from({ length: Math.max(length, fields.length) }, (_, at) => fields[at] ?? null);
}
