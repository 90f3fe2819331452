import type { Calendar } from "#domain/calendar/calendar";
import { continuousCalendar, readCalendar } from "#domain/calendar/calendar";
import type { Plan } from "./plan";

/** The plan's calendar to count with; null when its words make none. */
export function findCalendar({ calendar, zone }: Pick<Plan, "calendar" | "zone">): Calendar | null {
  if (calendar.kind === "continuous") return continuousCalendar(zone);
  const { days, hours, holidays } = calendar;
  const reading = readCalendar({ days, hours, holidays, zone });
  return reading.kind === "calendar" ? reading.calendar : null;
}
