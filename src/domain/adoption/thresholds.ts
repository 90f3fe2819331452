import { findDuration } from "#domain/calendar/duration";
import type { Threshold } from "#domain/plan/plan";

/** What gate 2 asks of a plan that chose nothing else at kick-off. */
export const startingThresholds: readonly Threshold[] = [
  { metric: "ttft", at: "14d", op: ">=", value: 0.8, rule: "confident", bound: 0.7 },
  { metric: "hdr", at: null, op: "<=", value: 0.15, rule: "point", bound: null },
  { metric: "trend", at: null, op: "<", value: 0.05, rule: "point", bound: null },
  { metric: "concentration", at: null, op: "<=", value: 0.5, rule: "point", bound: null },
];

/** What is looked at beside whatever the gate asks, each by its usual line. */
export const usualThresholds: readonly Threshold[] = [
  ...startingThresholds,
  { metric: "adoption-rate", at: null, op: ">=", value: 0.6, rule: "point", bound: null },
];

/** Evidence older than this opens no gate. */
export const oldestEvidenceHours = 7 * 24;

/** Below this many people a share says little, whatever its value. */
export const fewestPeople = 10;

/** A fall is not claimed before so many complete weeks. */
export const fewestWeeks = 4;

/** So few people work with it that few tickets prove nothing. */
export const leastActiveShare = 0.6;

export interface Interval {
  readonly estimate: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** V2: the estimate passes; under the confident rule the bound on the far side passes as well, the value or a limit of its own. */
export function passes(interval: Interval, { op, value, rule, bound: limit }: Threshold): boolean {
  if (!holds(interval.estimate, op, value)) return false;
  if (rule === "point") return true;
  const bound = op === ">=" || op === ">" ? interval.lower : interval.upper;
  return bound !== null && holds(bound, op, limit ?? value);
}

/** Where the estimate passes and only its interval falls short, that is what there is to say. */
export function isOnlyUnsure(interval: Interval, threshold: Threshold): boolean {
  return passes(interval, { ...threshold, rule: "point" }) && !passes(interval, threshold);
}

function holds(value: number, op: Threshold["op"], limit: number): boolean {
  switch (op) {
    case ">":
      return value > limit;
    case ">=":
      return value >= limit;
    case "<":
      return value < limit;
    case "<=":
      return value <= limit;
    case "=":
      return value === limit;
  }
}

/** A threshold's day: `14d`, `2w` and `336h` are one. Days here are counted from a clock's start, so a day of work and one elapsed are alike. */
export function daysIn(at: string | null): number {
  const found = at === null ? null : findDuration(at);
  if (found === null) return usualDay;
  const { weeks, days, minutes, elapsedMinutes } = found;
  return weeks * 7 + days + (minutes + elapsedMinutes) / 1440;
}

const usualDay = 14;
