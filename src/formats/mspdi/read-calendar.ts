import { addDays, daysBetween, isDay } from "#domain/calendar/day";
import type { ProjectCalendar, ProjectShift } from "./project";
import type { Element } from "./xml-tree";
import { childOf, childrenOf, numberOf, textOf } from "./xml-tree";

const office: readonly ProjectShift[] = [
  { from: 480, to: 720 },
  { from: 780, to: 1020 },
];

/** Longer than this no exception is a holiday. */
const maxExceptionDays = 3660;

/** A calendar with what it takes over from its base calendar. */
export function readCalendarOf(project: Element, uid: string | null): ProjectCalendar | null {
  const all = childrenOf(childOf(project, "Calendars"), "Calendar");
  const own =
    all.find((calendar) => textOf(calendar, "UID")?.trim() === uid?.trim()) ?? (uid === null ? all[0] : undefined);
  if (!own) return null;
  const base = all.find((calendar) => calendar !== own && textOf(calendar, "UID") === textOf(own, "BaseCalendarUID"));
  const baseWeek = base ? weekOf(base, officeWeek()) : officeWeek();
  return {
    name: textOf(own, "Name") ?? "",
    week: weekOf(own, baseWeek),
    exceptions: new Map([...(base ? exceptionsOf(base) : []), ...exceptionsOf(own)]),
  };
}

function officeWeek(): readonly (readonly ProjectShift[])[] {
  return [office, office, office, office, office, [], []];
}

/** Day types run from 1, Sunday, to 7, Saturday. */
function weekOf(
  calendar: Element,
  inherited: readonly (readonly ProjectShift[])[],
): readonly (readonly ProjectShift[])[] {
  const days = childrenOf(childOf(calendar, "WeekDays"), "WeekDay");
  return inherited.map((shifts, at) => {
    const day = days.find((entry) => numberOf(entry, "DayType") === ((at + 1) % 7) + 1);
    return day ? shiftsOf(day) : shifts;
  });
}

function exceptionsOf(calendar: Element): readonly (readonly [string, readonly ProjectShift[]])[] {
  const older = childrenOf(childOf(calendar, "WeekDays"), "WeekDay").filter((day) => numberOf(day, "DayType") === 0);
  const newer = childrenOf(childOf(calendar, "Exceptions"), "Exception");
  return [...older, ...newer].flatMap((entry) => {
    const period = childOf(entry, "TimePeriod");
    const from = (textOf(period, "FromDate") ?? "").trim().slice(0, 10);
    const to = (textOf(period, "ToDate") ?? "").trim().slice(0, 10);
    if (!isDay(from) || !isDay(to)) return [];
    const length = Math.min(daysBetween(from, to), maxExceptionDays);
    return Array.from({ length: Math.max(0, length + 1) }, (_, at) => [addDays(from, at), shiftsOf(entry)] as const);
  });
}

function shiftsOf(day: Element): readonly ProjectShift[] {
  if (numberOf(day, "DayWorking") === 0) return [];
  return childrenOf(childOf(day, "WorkingTimes"), "WorkingTime").flatMap((time) => {
    const from = minuteOf(textOf(time, "FromTime"));
    const to = minuteOf(textOf(time, "ToTime"));
    if (from === null || to === null) return [];
    return [{ from, to: to <= from ? to + 1440 : to }];
  });
}

function minuteOf(text: string | null): number | null {
  const parts = /^(\d{1,2}):(\d{2})/.exec(text?.trim() ?? "");
  return parts ? Number(parts[1]) * 60 + Number(parts[2]) : null;
}
