import { checkPlan } from "../check-plan";
import type { FileNote, ReadResult } from "../read-result";
import { refuse } from "../read-result";
import type { Field } from "./columns";
import { fieldOf, findHeading } from "./columns";
import { dayOrder } from "./day-words";
import { identify } from "./identify";
import type { PlanHead } from "./plan-head";
import { rawStep } from "./raw-step";

/** A table as text cells; `lines[i]` is where row i stands in the file. */
export interface Table {
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly number[];
  readonly name: string;
  readonly head: PlanHead;
}

export type RowCells = Readonly<Partial<Record<Field, string>>>;

export interface TableRow {
  readonly cells: RowCells;
  readonly line: number;
}

export const maxSteps = 20_000;

/** A table of steps as a plan. Whatever stands above the heading is preamble, whatever column is unknown is named in a note. */
export function readTable(table: Table): ReadResult {
  const heading = findHeading(table.rows);
  if (heading === null) {
    return refuse(
      `${table.name} has no column for the title of a step.`,
      'Head the columns: "ID", "Title", "Owner", "Duration", "Predecessors".',
    );
  }
  const fields = firstOfEach((table.rows[heading] ?? []).map(fieldOf));
  const rows = rowsBelow(table, heading, fields);
  if (rows.length > maxSteps) return refuse(`${table.name} has more than ${maxSteps} steps.`, "Split the plan.");
  const notes: FileNote[] = [];
  const order = dayOrder(rows.flatMap(({ cells }) => [cells.start ?? "", cells.finish ?? ""]));
  if (order === "unclear") notes.push({ line: null, message: "Days such as 03/02/2026 were read with the day first." });
  const known = identify(rows);
  const steps = known.rows.map((row) => rawStep(row, { known, order, notes }));
  const read = checkPlan(
    {
      uptake: 1,
      plan: { ...table.head, id: planId(table.name), title: table.head.title ?? planTitle(table.name) },
      steps,
    },
    (path) => (path[0] === "steps" && typeof path[1] === "number" ? (rows[path[1]]?.line ?? null) : null),
  );
  const unread = (table.rows[heading] ?? []).filter((name, at) => name.trim() !== "" && fields[at] === null);
  if (unread.length > 0)
    notes.push({
      line: table.lines[heading] ?? null,
      message: `Columns not read: ${unread.map((name) => name.trim()).join(", ")}.`,
    });
  return read.kind === "refused" ? read : { ...read, notes: [...notes, ...read.notes] };
}

function firstOfEach(fields: readonly (Field | null)[]): readonly (Field | null)[] {
  return fields.map((field, at) => (field !== null && fields.indexOf(field) === at ? field : null));
}

function rowsBelow(table: Table, heading: number, fields: readonly (Field | null)[]): readonly TableRow[] {
  return table.rows.slice(heading + 1).flatMap((row, at) => {
    const cells: Partial<Record<Field, string>> = {};
    row.forEach((cell, column) => {
      const field = fields[column];
      if (field) cells[field] = cell;
    });
    if ((cells.title ?? "").trim() === "") return [];
    return [{ cells, line: table.lines[heading + 1 + at] ?? heading + 2 + at }];
  });
}

export function planId(name: string): string {
  return slug(name.replace(/\.[^.]*$/, "")) || "plan";
}

export function planTitle(name: string): string {
  return name.replace(/\.[^.]*$/, "").trim() || "Plan";
}

export function slug(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "")
    .slice(0, 60);
}
