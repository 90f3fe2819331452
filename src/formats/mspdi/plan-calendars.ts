import { slug, unique } from "../table/names";
import type { Project, ProjectCalendar, ProjectShift } from "./project";

const dayWords = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** A calendar as a plan file says it, and how long a day and a week of it are. */
export interface SaidCalendar {
  readonly words: unknown;
  readonly dayMinutes: number;
  readonly weekMinutes: number;
}

/** The hours most days have are the usual ones, the other days are said one by one; null for a calendar without working time. */
export function sayCalendar(calendar: ProjectCalendar): SaidCalendar | null {
  const days = calendar.week.map((shifts, at) => ({ day: dayWords[at] ?? "", shifts, hours: spellShifts(shifts) }));
  const worked = days.filter(({ shifts }) => shifts.length > 0);
  const patterns = Map.groupBy(worked, ({ hours }) => hours.join());
  const [usual] = [...patterns.values()].toSorted((a, b) => b.length - a.length);
  const [first] = usual ?? [];
  if (usual === undefined || first === undefined) return null;
  if (isRoundTheClock(calendar)) return { words: "continuous", dayMinutes: 1440, weekMinutes: 10_080 };
  const others = worked.filter(({ hours }) => hours.join() !== first.hours.join());
  const exceptions = [...calendar.exceptions];
  const special = exceptions.filter(([, shifts]) => shifts.length > 0);
  const words = {
    days: usual.map(({ day }) => day),
    hours: first.hours,
    holidays: exceptions.flatMap(([day, shifts]) => (shifts.length === 0 ? [day] : [])),
    ...(others.length === 0 ? {} : { week: Object.fromEntries(others.map(({ day, hours }) => [day, hours])) }),
    ...(special.length === 0
      ? {}
      : { exceptions: Object.fromEntries(special.map(([day, shifts]) => [day, spellShifts(shifts)])) }),
  };
  const weekMinutes = worked.reduce((sum, { shifts }) => sum + lengthOf(shifts), 0);
  return { words, dayMinutes: lengthOf(first.shifts), weekMinutes };
}

export interface NamedCalendar {
  readonly name: string;
  readonly words: unknown;
}

/** The calendars of single tasks, by their UIDs, each with a name that a plan can hold. */
export function nameCalendars({ calendars }: Project): ReadonlyMap<string, NamedCalendar> {
  const given = unique();
  return new Map(
    [...calendars].flatMap(([uid, calendar]) => {
      const said = sayCalendar(calendar);
      return said === null ? [] : [[uid, { name: given(nameOf(calendar, uid)), words: said.words }] as const];
    }),
  );
}

function nameOf({ name }: ProjectCalendar, uid: string): string {
  if (/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,99}$/u.test(name)) return name;
  return slug(name) || `calendar-${uid}`;
}

function isRoundTheClock({ week, exceptions }: ProjectCalendar): boolean {
  return (
    exceptions.size === 0 &&
    week.every((shifts) => shifts.length === 1 && shifts[0]?.from === 0 && shifts[0].to === 1440)
  );
}

function lengthOf(shifts: readonly ProjectShift[]): number {
  return shifts.reduce((sum, { from, to }) => sum + to - from, 0);
}

function spellShifts(shifts: readonly ProjectShift[]): readonly string[] {
  return shifts.map(({ from, to }) => `${clock(from)}-${clock(to > 1440 ? to - 1440 : to)}`);
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}
