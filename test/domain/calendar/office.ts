import { readCalendar } from "#domain/calendar/calendar";
import type { CalendarWords, WorkingCalendar } from "#domain/calendar/calendar";

/** Monday to Friday, 08:00–12:00 and 13:00–17:00 in London, but for what is said otherwise. */
export function office(words: Partial<CalendarWords>): WorkingCalendar {
  const reading = readCalendar({
    zone: "Europe/London",
    days: ["mon", "tue", "wed", "thu", "fri"],
    hours: ["08:00-12:00", "13:00-17:00"],
    holidays: [],
    ...words,
  });
  if (reading.kind === "unreadable") throw new Error(reading.reason);
  return reading.calendar;
}

/** Minutes since 1970 of a wall time written with its offset, `2026-03-02T08:00Z`. */
export function minute(text: string): number {
  return Date.parse(text) / 60_000;
}

export function text(minutes: number): string {
  return new Date(minutes * 60_000).toISOString().replace(":00.000", "");
}
