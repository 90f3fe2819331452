import { addDays } from "#domain/calendar/day";
import type { Plan, Step } from "#domain/plan/plan";
import { firstDay, planNetwork } from "#domain/schedule/plan-network";
import { scheduleReport } from "#domain/schedule/report";
import type { ReportedItem } from "#domain/schedule/report";
import type { Fields } from "#domain/sync/item";

export type DatesOf = (step: Step) => Fields;

/**
 * The days a step shows in Jira's own date fields. Only steps with a day of their own show any: where all follow from the steps before,
 * moving one would rewrite hundreds.
 */
export function stepDates(plan: Plan, native: readonly string[]): DatesOf {
  const finishes = native.includes("due") ? pinnedFinishes(plan) : null;
  return (step) => ({
    ...(native.includes("day") ? { day: step.start?.slice(0, 10) ?? null } : {}),
    ...(finishes === null ? {} : { due: finishes.get(step.id) ?? null }),
  });
}

/** Null where the plan cannot be dated: then nothing is said of any due date. */
function pinnedFinishes(plan: Plan): ReadonlyMap<string, string> | null {
  const start = plan.start ?? firstDay(plan);
  if (start === null) return new Map();
  const { items } = scheduleReport(planNetwork(plan, start));
  if (items.length < plan.steps.length) return null;
  const pinned = new Set(plan.steps.filter(isPinned).map(({ id }) => id));
  return new Map(items.filter(({ id }) => pinned.has(id)).map((item) => [item.id, lastDay(item)]));
}

function isPinned(step: Step): boolean {
  return step.duration !== null && (step.start !== null || step.anchor !== null);
}

/** Work that ends as a day begins was done the day before. */
function lastDay({ start, finish }: ReportedItem): string {
  const [day, time = ""] = finish.split("T");
  const isMidnight = time.startsWith("00:00") && finish !== start;
  return isMidnight ? addDays(day ?? "", -1) : (day ?? "");
}
