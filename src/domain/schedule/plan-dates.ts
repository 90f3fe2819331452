import { addDays } from "#domain/calendar/day";
import { dayAt } from "#domain/calendar/zone";
import type { Plan } from "#domain/plan/plan";
import { findCalendar } from "#domain/plan/plan-calendar";
import { withActuals } from "./actuals";
import type { Actuals } from "./actuals";
import type { Network } from "./network";
import { planNetwork } from "./plan-network";
import { scheduleReport } from "./report";
import type { ReportedItem, ScheduleReport } from "./report";

export interface PlanDates {
  readonly report: ScheduleReport;
  readonly of: (item: string) => ReportedItem | null;
  readonly slackDays: (item: string) => number | null;
}

/** The plan's dates as its dependencies, pins and calendar give them, and what has happened already. */
export function planDates(plan: Plan, now: number, actuals: Actuals = new Map()): PlanDates {
  const report = scheduleReport(withActuals(seenNetwork(plan, now), actuals));
  const items = new Map(report.items.map((item) => [item.id, item]));
  const dayMinutes = findCalendar(plan)?.dayMinutes ?? 1_440;
  const find = (item: string) => items.get(item) ?? null;
  return {
    report,
    of: find,
    slackDays: (item) => {
      const minutes = find(item)?.totalSlackMinutes ?? null;
      return minutes === null ? null : Math.round((minutes / dayMinutes) * 10) / 10;
    },
  };
}

/** The network of a plan of which somebody may see only a part. */
export function seenNetwork(plan: Plan, now: number): Network {
  return planNetwork(within(plan), dayAt(now, plan.zone));
}

/** Midnight ends the day before it; only what takes no time lies on the day that begins there. */
export function lastDay({ start, finish }: Pick<ReportedItem, "start" | "finish">): string {
  const day = finish.slice(0, 10);
  return finish.slice(11, 16) === "00:00" && finish !== start ? addDays(day, -1) : day;
}

/** Who may not see a group still gets dates for its steps; a name that leads nowhere would leave the whole plan without any. */
function within(plan: Plan): Plan {
  const known = new Set(plan.steps.map((step) => step.id));
  return {
    ...plan,
    steps: plan.steps.map((step) => ({
      ...step,
      parent: step.parent !== null && known.has(step.parent) ? step.parent : null,
      after: step.after.filter((one) => known.has(one.step)),
    })),
  };
}
