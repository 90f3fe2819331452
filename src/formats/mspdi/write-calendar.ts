import type { PlanCalendar } from "#domain/plan/calendar-words";
import { element, raw } from "./xml-text";

const dayWords = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;

export interface CalendarName {
  readonly uid: number;
  readonly name: string;
}

/** A base calendar: each day of its week, then the days that differ, which MS Project calls exceptions. */
export function calendarXml(calendar: PlanCalendar, { uid, name }: CalendarName): string {
  const week = dayWords.map((word, at) => {
    const hours = hoursOn(calendar, word);
    return raw("WeekDay", element("DayType", String(at + 1)) + workingXml(hours));
  });
  const body =
    element("UID", String(uid)) +
    element("Name", name) +
    element("IsBaseCalendar", "1") +
    element("BaseCalendarUID", "-1") +
    raw("WeekDays", week.join("")) +
    raw("Exceptions", exceptionsOf(calendar).map(exceptionXml).join(""));
  return raw("Calendar", body);
}

function hoursOn(calendar: PlanCalendar, word: (typeof dayWords)[number]): readonly string[] {
  if (calendar.kind === "continuous") return ["00:00-24:00"];
  return calendar.week?.[word] ?? (calendar.days.includes(word) ? calendar.hours : []);
}

type ExceptionDay = readonly [day: string, hours: readonly string[]];

function exceptionsOf(calendar: PlanCalendar): readonly ExceptionDay[] {
  if (calendar.kind === "continuous") return [];
  const off = calendar.holidays.map((day): ExceptionDay => [day, []]);
  return [...new Map([...off, ...Object.entries(calendar.exceptions ?? {})])];
}

function exceptionXml([day, hours]: ExceptionDay): string {
  const period = raw("TimePeriod", element("FromDate", `${day}T00:00:00`) + element("ToDate", `${day}T23:59:00`));
  const name = `${hours.length === 0 ? "Holiday" : "Hours of"} ${day}`;
  const named = element("Occurrences", "1") + element("Name", name) + element("Type", "1");
  return raw("Exception", element("EnteredByOccurrences", "0") + period + named + workingXml(hours));
}

function workingXml(hours: readonly string[]): string {
  if (hours.length === 0) return element("DayWorking", "0");
  return element("DayWorking", "1") + raw("WorkingTimes", hours.map(timeXml).join(""));
}

function timeXml(shift: string): string {
  const [from = "", to = ""] = shift.split(/[-–]/).map((time) => time.trim().padStart(5, "0"));
  return raw(
    "WorkingTime",
    element("FromTime", `${from}:00`) + element("ToTime", `${to === "24:00" ? "00:00" : to}:00`),
  );
}
