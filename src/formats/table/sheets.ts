import type { FileNote, ReadResult } from "../read-result";
import { refuse } from "../read-result";
import type { Beside } from "./beside";
import type { TableChoices } from "./layout";
import { fieldsOf, findHeading } from "./layout";
import type { PlanHead } from "./plan-head";
import { readTable } from "./read-table";
import type { Cells } from "./table-rows";

export interface Sheet extends Cells {
  /** Empty where a file has one table without a name. */
  readonly name: string;
  /** Nobody who opens the file sees it; lists for menus stand there, and what was given up. */
  readonly isHidden?: boolean;
  /** What is to be said if the steps come from this sheet. */
  readonly remarks: readonly string[];
}

const noSheet: Sheet = { name: "", rows: [], lines: [], levels: [], merges: [], remarks: [] };

/** All tables of a file, before anybody has said which of them holds the steps. */
export interface Sheets {
  readonly kind: "sheets";
  readonly sheets: readonly Sheet[];
  /** Names of the sheets that were read as something else than steps. */
  readonly taken: ReadonlySet<string>;
  readonly head: PlanHead;
  readonly beside: Beside;
  /** What was understood of it with a guess. */
  readonly notes: readonly FileNote[];
}

/** The plan in the chosen sheet, else in the one that looks most like a table of steps. */
export function readSheets(file: Sheets, name: string, choices: TableChoices): ReadResult {
  const { sheets, taken, head, beside, notes } = file;
  const sheet = chosenSheet(file, choices) ?? noSheet;
  if (choices.sheet !== null && sheet.name !== choices.sheet) return noSuchSheet(name, sheets, choices.sheet);
  const read = readTable({ ...sheet, name, head, beside }, choices);
  if (read.kind === "refused") return read;
  const free = sheets.filter((other) => other !== sheet && !taken.has(other.name) && other.isHidden !== true);
  const others = free.filter((other) => knownColumns(other) > 2).map((other) => `"${other.name}"`);
  const message = `Read from "${sheet.name}"; ${others.join(", ")} also looks like a table of steps.`;
  const chosen: readonly FileNote[] = others.length === 0 || choices.sheet !== null ? [] : [{ line: null, message }];
  const remarks = sheet.remarks.map((message): FileNote => ({ line: null, message }));
  return { ...read, notes: [...chosen, ...remarks, ...notes, ...read.notes] };
}

function noSuchSheet(name: string, sheets: readonly Sheet[], said: string): ReadResult {
  const names = sheets.map((sheet) => `"${sheet.name}"`).join(", ");
  return refuse(`${name} has no sheet "${said}".`, `It has ${names}.`);
}

export function chosenSheet({ sheets, taken }: Pick<Sheets, "sheets" | "taken">, choices: TableChoices): Sheet | null {
  const said = choices.sheet === null ? undefined : sheets.find(({ name }) => name === choices.sheet);
  const free = sheets.filter(({ name }) => !taken.has(name));
  const [best] = (free.length > 0 ? free : sheets)
    .map((sheet) => ({ sheet, known: knownColumns(sheet), isShown: sheet.isHidden !== true }))
    .map((one) => ({ ...one, isShown: one.isShown && one.known > 0 }))
    .toSorted(
      (a, b) => Number(b.isShown) - Number(a.isShown) || b.known - a.known || b.sheet.rows.length - a.sheet.rows.length,
    );
  return said ?? best?.sheet ?? null;
}

function knownColumns({ rows }: Sheet): number {
  const heading = findHeading(rows);
  return heading === null ? 0 : fieldsOf(rows[heading] ?? []).filter((field) => field !== null).length;
}
