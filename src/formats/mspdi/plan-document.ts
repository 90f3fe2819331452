import { planId, planTitle } from "../table/names";
import type { Length, Project, ProjectCalendar, ProjectShift, ProjectTask } from "./project";

const dayWords = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** A project as a plan file says it, with notes on what a plan has no place for. */
export function planDocument(
  project: Project,
  name: string,
): { readonly document: unknown; readonly notes: readonly string[] } {
  const notes = [...project.notes];
  const days = calendarOf(project.calendar, notes);
  const lengths = { day: days?.dayMinutes ?? project.minutesPerDay, week: days?.weekMinutes ?? project.minutesPerWeek };
  const ids = new Map(project.tasks.map(({ uid, id }) => [uid, id]));
  const steps = project.tasks.map((task) => stepOf(task, { ids, lengths, notes }));
  const plan = {
    id: planId(name),
    title: project.title ?? planTitle(name),
    start: project.start?.slice(0, 10) ?? null,
    ...(days === null ? {} : { calendar: days.calendar }),
  };
  return { document: { uptake: 1, plan, steps }, notes };
}

interface Context {
  readonly ids: ReadonlyMap<string, string>;
  readonly lengths: { readonly day: number; readonly week: number };
  readonly notes: string[];
}

function stepOf(task: ProjectTask, { ids, lengths, notes }: Context): Record<string, unknown> {
  const { id, title, notes: description, owner, duration, links, summary } = task;
  if (task.actualStart !== null) notes.push(`The progress of task ${id} is not kept in a plan.`);
  if (task.deadline !== null) notes.push(`The deadline of task ${id} is not kept in a plan.`);
  return {
    id,
    title,
    description,
    owner,
    start: startOf(task, notes),
    duration: summary || duration === null ? null : spell(duration, lengths),
    parent: task.parent === null ? null : (ids.get(task.parent) ?? null),
    after: links.flatMap(({ uid, type, lag }) => {
      const step = ids.get(uid);
      if (step === undefined) notes.push(`Task ${id} follows task ${uid}, which this file does not hold.`);
      return step === undefined ? [] : [{ step, type, lag: lag.amount === 0 ? "0" : spell(lag, lengths) }];
    }),
  };
}

/** Must start on (2) and start no earlier than (4) are a step's own day; the other constraints have no place in a plan. */
function startOf({ id, constraint: { type, on }, manualStart }: ProjectTask, notes: string[]): string | null {
  const moment = manualStart ?? (type === 2 || type === 4 ? on : null);
  if (manualStart === null && type !== 0 && moment === null)
    notes.push(`The constraint of task ${id} is not kept in a plan.`);
  return moment === null ? null : moment.replace(/T00:00$/, "");
}

/** The unit it was shown in, where that is exact; minutes otherwise. */
function spell({ amount, unit, elapsed }: Length, lengths: Context["lengths"]): string {
  if (unit === "%") return `${amount}%`;
  const size = elapsed
    ? { m: 1, h: 60, d: 1440, w: 10_080, mo: 1440 }[unit]
    : { m: 1, h: 60, d: lengths.day, w: lengths.week, mo: lengths.day }[unit];
  const shown = unit === "mo" ? "d" : unit;
  const count = amount / size;
  const isExact = Math.abs(count * 100 - Math.round(count * 100)) < 1e-9;
  return isExact
    ? `${Math.round(count * 100) / 100}${elapsed ? "e" : ""}${shown}`
    : `${Math.round(amount)}${elapsed ? "e" : ""}m`;
}

interface PlanDays {
  readonly calendar: unknown;
  readonly dayMinutes: number;
  readonly weekMinutes: number;
}

function calendarOf(calendar: ProjectCalendar | null, notes: string[]): PlanDays | null {
  if (calendar === null) return null;
  const worked = calendar.week.flatMap((shifts, at) => (shifts.length > 0 ? [{ day: dayWords[at], shifts }] : []));
  const [first] = worked;
  if (!first) return null;
  if (isRoundTheClock(calendar)) return { calendar: "continuous", dayMinutes: 1440, weekMinutes: 10_080 };
  if (worked.some(({ shifts }) => spellShifts(shifts).join() !== spellShifts(first.shifts).join())) {
    notes.push(
      `The calendar "${calendar.name}" has different hours on different days; the plan keeps those of ${first.day}.`,
    );
  }
  const exceptions = [...calendar.exceptions];
  if (exceptions.some(([, shifts]) => shifts.length > 0))
    notes.push(`Exceptions of the calendar "${calendar.name}" with hours of their own are not kept.`);
  const holidays = exceptions.flatMap(([day, shifts]) => (shifts.length === 0 ? [day] : []));
  const dayMinutes = first.shifts.reduce((sum, { from, to }) => sum + to - from, 0);
  const words = { days: worked.map(({ day }) => day), hours: spellShifts(first.shifts), holidays };
  return { calendar: words, dayMinutes, weekMinutes: dayMinutes * worked.length };
}

function isRoundTheClock({ week, exceptions }: ProjectCalendar): boolean {
  return (
    exceptions.size === 0 &&
    week.every((shifts) => shifts.length === 1 && shifts[0]?.from === 0 && shifts[0].to === 1440)
  );
}

function spellShifts(shifts: readonly ProjectShift[]): readonly string[] {
  return shifts.map(({ from, to }) => `${clock(from)}-${clock(to > 1440 ? to - 1440 : to)}`);
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}
