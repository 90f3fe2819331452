import { checkPlan, lineOnly } from "../check-plan";
import type { FileNote, ReadResult } from "../read-result";
import { maxSteps, refuse } from "../read-result";
import { findRiskHeading } from "../risk/risk-columns";
import type { Beside } from "./beside";
import type { Field } from "./columns";
import type { DayOrder } from "./day-words";
import { dayOrder } from "./day-words";
import { unitOfHeading } from "./duration-words";
import { identify } from "./identify";
import type { Layout, TableChoices } from "./layout";
import { layoutOf } from "./layout";
import { planId, planTitle } from "./names";
import { mendOutline } from "./outline";
import type { PlanHead } from "./plan-head";
import { followers, rawStep } from "./raw-step";
import { wholeOf } from "./step-timing";
import type { Cells, TableRow } from "./table-rows";
import { rowsBelow } from "./table-rows";

export interface Table extends Cells {
  readonly name: string;
  readonly head: PlanHead;
  readonly beside: Beside;
}

/** A table of steps as a plan. Whatever stands above the heading is preamble, whatever column is unknown is named in a note. */
export function readTable(table: Table, choices: TableChoices): ReadResult {
  const layout = layoutOf(table.rows, table.lines, choices);
  if (layout === null || !layout.fields.includes("title")) {
    if (findRiskHeading(table.rows) !== null)
      return refuse(`${table.name} is a register of risks and holds no steps.`, "Import it where the risks are.");
    return refuse(
      `${table.name} has no column for the title of a step.`,
      'Head the columns: "ID", "Title", "Owner", "Duration", "Predecessors"; or say which column is which.',
    );
  }
  const notes: FileNote[] = [];
  const rows = mendOutline(rowsBelow(table, layout, notes), notes);
  if (rows.length === 0 && Object.keys(table.beside.plan).length === 0)
    notes.push({ line: table.lines[layout.row] ?? null, message: "No row below the headings names a step." });
  if (rows.length > maxSteps) return refuse(`${table.name} has more than ${maxSteps} steps.`, "Split the plan.");
  const found = orderOf(rows, layout, choices);
  if (found.kind === "unclear") return asked(found.samples);
  notes.push(...unreadColumns(table, layout));
  return planOf(table, { layout, rows, order: found.order, notes });
}

export function orderOf(rows: readonly TableRow[], { headings }: Layout, { days }: TableChoices) {
  if (days !== null) return { kind: "clear", order: days } as const;
  return dayOrder(
    rows.map(({ cells, line }) => ({ start: cells.start ?? "", finish: cells.finish ?? "", line })),
    headings,
  );
}

function asked(samples: readonly { readonly text: string; readonly line: number }[]): ReadResult {
  const [first] = samples;
  return refuse(
    `"${first?.text}" may be read with the day first or with the month first, and no day of this table says which.`,
    "Say which comes first (--days day-first or --days month-first at the command line), or write days as 2026-03-02.",
    first?.line ?? null,
  );
}

interface Read {
  readonly layout: Layout;
  readonly rows: readonly TableRow[];
  readonly order: DayOrder;
  readonly notes: FileNote[];
}

function planOf({ name, head, beside }: Table, { layout, rows, order, notes }: Read): ReadResult {
  const isByUid = /\bunique\b/i.test(layout.headings[layout.fields.indexOf("after")]?.replaceAll("_", " ") ?? "");
  const known = identify(rows, isByUid ? "uid" : "id");
  const following = followers(known, notes);
  const unitOf = (field: Field) => unitOfHeading(layout.headings[layout.fields.indexOf(field)] ?? "");
  const whole = wholeOf(rows);
  const units = { duration: unitOf("duration"), estimate: unitOf("estimate") };
  const steps = known.rows.map((row) => rawStep(row, { known, order, units, whole, following, notes }));
  const plan = { ...head, id: planId(name), title: head.title ?? planTitle(name), ...beside.plan };
  const lines: Readonly<Record<string, readonly number[]>> = { ...beside.lines, steps: rows.map(({ line }) => line) };
  const read = checkPlan({ uptake: 1, plan, steps, ...beside.sections }, ([section, at]) =>
    typeof at === "number" ? lineOnly(lines[String(section)]?.[at]) : null,
  );
  return read.kind === "refused" ? read : { ...read, notes: [...inOrder(gathered(notes)), ...read.notes] };
}

/** More columns than these in one note are a wall of text. */
const namedColumns = 12;

function unreadColumns({ rows, lines }: Cells, { row, headings, fields }: Layout): readonly FileNote[] {
  const filled = new Set<number>();
  for (const cells of rows.slice(row + 1)) cells.forEach((cell, at) => void (cell.trim() !== "" && filled.add(at)));
  const names = headings.flatMap((name, at) =>
    name.trim() !== "" && !fields[at] && filled.has(at) ? [name.trim()] : [],
  );
  const unread = [...new Set(names)];
  if (unread.length === 0) return [];
  const more = unread.length > namedColumns ? ` and ${unread.length - namedColumns} more` : "";
  return [
    { line: lines[row] ?? null, message: `Columns not read: ${unread.slice(0, namedColumns).join(", ")}${more}.` },
  ];
}

function inOrder(notes: readonly FileNote[]): readonly FileNote[] {
  return notes.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

/** Above this, the same note on row after row is said once, with the number of rows. */
const mostOfAKind = 3;

function gathered(notes: readonly FileNote[]): readonly FileNote[] {
  const kinds = Map.groupBy(notes, ({ message }) => message);
  return [...kinds.values()].flatMap((same) => {
    const [first] = same;
    return first && same.length > mostOfAKind
      ? [{ line: first.line, message: `${first.message} The same holds for ${same.length - 1} more rows.` }]
      : same;
  });
}
