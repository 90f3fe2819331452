import { addDays, dayNumber, daysBetween } from "#domain/calendar/day";
import type { Day } from "#domain/calendar/day";
import { dayAt, instantOfMinute, offsetsOf, wallOf } from "#domain/calendar/zone";
import type { Review } from "./review";

export interface ReviewDue {
  readonly lastHeldAt: number | null;
  readonly dueAt: number;
  readonly dueDay: Day;
  readonly isOverdue: boolean;
  /** Days on the calendar past the day it was due. */
  readonly overdueDays: number;
}

const everyDays = 7;

/** When the board is next to be reviewed: a week, on the clock of the wall, after the last review that was held; exactly a week is in time. */
export function reviewDue(
  reviews: readonly Review[],
  { since, now, zone }: { readonly since: number; readonly now: number; readonly zone: string },
): ReviewDue {
  const held = reviews.flatMap(({ isHeld, closedAt }) =>
    isHeld && closedAt !== null && closedAt <= now ? [closedAt] : [],
  );
  const lastHeldAt = held.length === 0 ? null : Math.max(...held);
  const dueAt = weekAfter(lastHeldAt ?? since, zone);
  const dueDay = dayAt(dueAt, zone);
  const isOverdue = now > dueAt;
  const overdueDays = isOverdue ? daysBetween(dueDay, dayAt(now, zone)) : 0;
  return { lastHeldAt, dueAt, dueDay, isOverdue, overdueDays };
}

/** The same time of day a week on, so that a clock change makes no standing meeting late; with its seconds. */
function weekAfter(at: number, zone: string): number {
  const { day, minute } = wallOf(at, zone);
  const rest = ((at % 60_000) + 60_000) % 60_000;
  return instantOfMinute(dayNumber(addDays(day, everyDays)), minute, offsetsOf(zone)) + rest;
}
