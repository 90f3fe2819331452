import type { FileNote, ReadResult } from "../read-result";
import type { TableChoices } from "./layout";
import { fieldsOf, findHeading } from "./layout";
import type { PlanHead } from "./plan-head";
import { readTable } from "./read-table";
import type { Cells } from "./table-rows";

export interface Sheet extends Cells {
  /** Empty where a file has one table without a name. */
  readonly name: string;
}

/** All tables of a file, before anybody has said which of them holds the steps. */
export interface Sheets {
  readonly kind: "sheets";
  readonly sheets: readonly Sheet[];
  readonly head: PlanHead;
}

/** The plan in the chosen sheet, else in the one that looks most like a table of steps. */
export function readSheets({ sheets, head }: Sheets, name: string, choices: TableChoices): ReadResult {
  const sheet = chosenSheet(sheets, choices) ?? { name: "", rows: [], lines: [], levels: [], merges: [] };
  const read = readTable({ ...sheet, name, head }, choices);
  const others = sheets.filter((other) => other !== sheet && knownColumns(other) > 2).map((other) => other.name);
  if (read.kind === "refused" || others.length === 0 || choices.sheet !== null) return read;
  const note: FileNote = {
    line: null,
    message: `Read from "${sheet.name}"; ${others.map((other) => `"${other}"`).join(", ")} also looks like a table of steps.`,
  };
  return { ...read, notes: [note, ...read.notes] };
}

export function chosenSheet(sheets: readonly Sheet[], choices: TableChoices): Sheet | null {
  const said = choices.sheet === null ? undefined : sheets.find(({ name }) => name === choices.sheet);
  const [best] = sheets
    .map((sheet) => ({ sheet, known: knownColumns(sheet) }))
    .toSorted((a, b) => b.known - a.known || b.sheet.rows.length - a.sheet.rows.length);
  return said ?? best?.sheet ?? null;
}

function knownColumns({ rows }: Sheet): number {
  const heading = findHeading(rows);
  return heading === null ? 0 : fieldsOf(rows[heading] ?? []).filter((field) => field !== null).length;
}
