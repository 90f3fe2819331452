import { weekEnd } from "#domain/calendar/week";

const day = 86_400_000;

/** Tickets for a week still come in for so long after its end. */
const lateDays = 3;

/** H2: a week settles three days after its end in the plan's zone. */
export function isProvisional(week: string, zone: string, now: number): boolean {
  return now < weekEnd(week, zone) + lateDays * day;
}
