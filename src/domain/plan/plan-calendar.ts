import type { Calendar } from "#domain/calendar/calendar";
import { continuousCalendar, readCalendar } from "#domain/calendar/calendar";
import type { PlanCalendar } from "./calendar-words";
import type { Plan, Step } from "./plan";

/** The plan's calendar to count with; null when its words make none. */
export function findCalendar({ calendar, zone }: Pick<Plan, "calendar" | "zone">): Calendar | null {
  return calendarIn(zone, calendar);
}

/** The calendar a step names; null when it is the plan's, or none of that name can be read. */
export function findStepCalendar(
  { calendars, zone }: Pick<Plan, "calendars" | "zone">,
  { calendar }: Pick<Step, "calendar">,
): Calendar | null {
  const words = calendar === null || !Object.hasOwn(calendars, calendar) ? undefined : calendars[calendar];
  return words === undefined ? null : calendarIn(zone, words);
}

function calendarIn(zone: string, words: PlanCalendar): Calendar | null {
  if (words.kind === "continuous") return continuousCalendar(zone);
  const reading = readCalendar({ ...words, zone });
  return reading.kind === "calendar" ? reading.calendar : null;
}
