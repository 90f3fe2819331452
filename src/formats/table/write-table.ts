import type { Plan, Step } from "#domain/plan/plan";
import { encodeList, encodePerson, encodeText } from "./cells";
import type { Field } from "./columns";
import { columns } from "./columns";
import { writeCriteria, writeMoment } from "./criteria";
import { writePredecessors } from "./predecessors";
import { timingCells } from "./step-timing";

/** Always there, so that an empty plan is a table one can fill in. */
const usual: ReadonlySet<Field> = new Set([
  "id",
  "title",
  "description",
  "owner",
  "start",
  "duration",
  "after",
  "success",
]);

/** The steps as a table, its heading first. Columns nobody uses are left out. */
export function writeTable(plan: Plan): readonly (readonly string[])[] {
  const ids = new Set(plan.steps.map(({ id }) => id));
  const rows = plan.steps.map((step) => cells(step, ids));
  // Ids such as 1.2 read as groups unless a column says that there are none.
  const isDotted = plan.steps.some(({ id }) => /^\d+\./.test(id));
  const used = columns.filter(
    ({ field }) =>
      usual.has(field) || (field === "parent" && isDotted) || rows.some((row) => (row[field] ?? "") !== ""),
  );
  return [used.map(({ heading }) => heading), ...rows.map((row) => used.map(({ field }) => row[field] ?? ""))];
}

function cells(step: Step, ids: ReadonlySet<string>): Readonly<Partial<Record<Field, string>>> {
  const text = (value: string | null) => (value === null ? "" : encodeText(value));
  return {
    id: step.id,
    title: text(step.title),
    description: text(step.description),
    owner: step.owner === null ? "" : encodePerson(step.owner),
    start: step.start ?? "",
    anchor: step.anchor === null ? "" : writeMoment(step.anchor),
    duration: step.duration ?? "",
    calendar: step.calendar ?? "",
    after: writePredecessors(step.after, ids),
    success: writeCriteria(step.success),
    side: step.side ?? "",
    stream: step.stream ?? "",
    phase: text(step.phase),
    wave: step.wave ?? "",
    parent: step.parent ?? "",
    kind: step.kind ?? "",
    objective: encodeList(step.objective),
    needs: encodeList(step.needs),
    departments: encodeList(step.departments),
    key: step.key ?? "",
    ...timingCells(step),
  };
}
