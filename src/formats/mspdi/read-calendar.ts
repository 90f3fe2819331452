import { addDays, dayNumber, isDay, weekdayOf } from "#domain/calendar/day";
import type { ProjectCalendar, ProjectShift } from "./project";
import { exceptionDays } from "./recurrence";
import type { Element } from "./xml-tree";
import { childOf, childrenOf, numberOf, textOf } from "./xml-tree";

const office: readonly ProjectShift[] = [
  { from: 480, to: 720 },
  { from: 780, to: 1020 },
];

type Week = readonly (readonly ProjectShift[])[];
type ExceptionDay = readonly [day: string, shifts: readonly ProjectShift[]];

/** Calendars rest on calendars, but no deeper than this. */
const deepest = 20;

/** The calendars of a project by their UIDs, each with what it takes over from those it is based on; null asks for the first. */
export function calendarReader(project: Element): (uid: string | null) => ProjectCalendar | null {
  const all = childrenOf(childOf(project, "Calendars"), "Calendar");
  const byUid = new Map(all.map((calendar) => [uidOf(calendar), calendar] as const).toReversed());
  const inherited = (own: Element, depth: number): ProjectCalendar => {
    const base = byUid.get(textOf(own, "BaseCalendarUID")?.trim() ?? "-1");
    const from = base && base !== own && depth < deepest ? inherited(base, depth + 1) : null;
    const week = weekOf(own, from?.week ?? officeWeek());
    const exceptions = new Map([...(from?.exceptions ?? []), ...workWeeksOf(own), ...exceptionsOf(own)]);
    return { name: textOf(own, "Name") ?? "", week, exceptions };
  };
  return (uid) => {
    const own = uid === null ? all[0] : byUid.get(uid.trim());
    return own ? inherited(own, 0) : null;
  };
}

function uidOf(calendar: Element): string {
  return textOf(calendar, "UID")?.trim() ?? "";
}

function officeWeek(): Week {
  return [office, office, office, office, office, [], []];
}

/** Day types run from 1, Sunday, to 7, Saturday. */
function weekOf(calendar: Element, inherited: Week): Week {
  const days = childrenOf(childOf(calendar, "WeekDays"), "WeekDay");
  return inherited.map((shifts, at) => {
    const day = days.find((entry) => numberOf(entry, "DayType") === ((at + 1) % 7) + 1);
    return day ? shiftsOf(day) : shifts;
  });
}

/** Weeks with hours of their own for a time: what they say holds day by day, below the exceptions proper. */
function workWeeksOf(calendar: Element): readonly ExceptionDay[] {
  return childrenOf(childOf(calendar, "WorkWeeks"), "WorkWeek").flatMap((workWeek) => {
    const period = periodOf(workWeek);
    const days = childrenOf(childOf(workWeek, "WeekDays"), "WeekDay");
    const said = new Map(days.map((day) => [numberOf(day, "DayType") ?? 0, shiftsOf(day)]));
    if (period === null) return [];
    return exceptionDays(noRecurrence, ...period).flatMap((day) => {
      const shifts = said.get((weekdayOf(dayNumber(day)) % 7) + 1);
      return shifts ? [[day, shifts] as const] : [];
    });
  });
}

const noRecurrence: Element = { name: "Exception", attributes: {}, text: "", children: [] };

/** Files of all versions list exceptions as days of type 0; newer ones also as exceptions, which may recur. */
function exceptionsOf(calendar: Element): readonly ExceptionDay[] {
  const older = childrenOf(childOf(calendar, "WeekDays"), "WeekDay").filter((day) => numberOf(day, "DayType") === 0);
  const newer = childrenOf(childOf(calendar, "Exceptions"), "Exception");
  const found: ExceptionDay[] = [];
  for (const entry of [...older, ...newer]) {
    const period = periodOf(entry);
    if (period === null || found.length > mostExceptionDays) continue;
    const shifts = shiftsOf(entry);
    for (const day of exceptionDays(entry, ...period)) found.push([day, shifts]);
  }
  return found;
}

/** Three centuries of days; a file with more of them wants to be waited for. */
const mostExceptionDays = 100_000;

/** First and last day. An end at midnight is the end of the day before. */
function periodOf(entry: Element): readonly [from: string, to: string] | null {
  const period = childOf(entry, "TimePeriod");
  const from = (textOf(period, "FromDate") ?? "").trim();
  const to = (textOf(period, "ToDate") ?? "").trim();
  const [first, last] = [from.slice(0, 10), to.slice(0, 10)];
  if (!isDay(first) || !isDay(last)) return null;
  return [first, /T00:00/.test(to) && last > first ? addDays(last, -1) : last];
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
  const parts = /^(?:\d{4}-\d{2}-\d{2}T)?(\d{1,2}):(\d{2})/.exec(text?.trim() ?? "");
  return parts ? Number(parts[1]) * 60 + Number(parts[2]) : null;
}
