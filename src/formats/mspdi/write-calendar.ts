import type { PlanCalendar } from "#domain/plan/calendar-words";
import { element, raw } from "./xml-text";

const dayWords = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

export function calendarXml(calendar: PlanCalendar): string {
  const hours = calendar.kind === "continuous" ? ["00:00-24:00"] : calendar.hours;
  const days: readonly string[] = calendar.kind === "continuous" ? dayWords : calendar.days;
  const times = raw("WorkingTimes", hours.map(timeXml).join(""));
  const week = dayWords.map((word, at) => {
    const works = days.includes(word);
    return raw(
      "WeekDay",
      element("DayType", String(at + 1)) + element("DayWorking", works ? "1" : "0") + (works ? times : ""),
    );
  });
  const holidays = calendar.kind === "continuous" ? [] : calendar.holidays;
  const exceptions = holidays.map((day) => {
    const period = raw("TimePeriod", element("FromDate", `${day}T00:00:00`) + element("ToDate", `${day}T23:59:00`));
    const named = element("Occurrences", "1") + element("Name", `Holiday ${day}`) + element("Type", "1");
    return raw("Exception", element("EnteredByOccurrences", "0") + period + named + element("DayWorking", "0"));
  });
  const body =
    element("UID", "1") +
    element("Name", "Plan") +
    element("IsBaseCalendar", "1") +
    element("BaseCalendarUID", "-1") +
    raw("WeekDays", week.join("")) +
    raw("Exceptions", exceptions.join(""));
  return raw("Calendar", body);
}

function timeXml(shift: string): string {
  const [from = "", to = ""] = shift.split(/[-–]/).map((time) => time.trim().padStart(5, "0"));
  return raw(
    "WorkingTime",
    element("FromTime", `${from}:00`) + element("ToTime", `${to === "24:00" ? "00:00" : to}:00`),
  );
}
