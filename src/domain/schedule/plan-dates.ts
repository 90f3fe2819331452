import { addDays } from "#domain/calendar/day";
import { dayAt } from "#domain/calendar/zone";
import type { Plan } from "#domain/plan/plan";
import { findCalendar } from "#domain/plan/plan-calendar";
import { withActuals } from "./actuals";
import type { Actuals } from "./actuals";
import type { Network, Task } from "./network";
import { planNetwork } from "./plan-network";
import { scheduleReport } from "./report";
import type { ReportedItem, ScheduleReport } from "./report";

export interface PlanDates {
  readonly report: ScheduleReport;
  readonly of: (item: string) => ReportedItem | null;
  /** Working days; days by the clock for a step that takes elapsed time. */
  readonly slackDays: (item: string) => number | null;
}

/** The plan's dates as its dependencies, pins and calendar give them, and what has happened already. */
export function planDates(plan: Plan, now: number, actuals: Actuals = new Map()): PlanDates {
  const network = withActuals(seenNetwork(plan, now), actuals);
  const report = scheduleReport(network);
  const items = new Map(report.items.map((item) => [item.id, item]));
  const dayMinutes = findCalendar(plan)?.dayMinutes ?? aroundTheClock;
  const elapsed = new Set(network.tasks.filter(isElapsedTask).map(({ id }) => id));
  const find = (item: string) => items.get(item) ?? null;
  return {
    report,
    of: find,
    slackDays: (item) => {
      const minutes = find(item)?.totalSlackMinutes ?? null;
      const day = elapsed.has(item) ? aroundTheClock : dayMinutes;
      return minutes === null ? null : Math.round((minutes / day) * 10) / 10;
    },
  };
}

const aroundTheClock = 1_440;

function isElapsedTask({ duration }: Task): boolean {
  return duration.work === 0 && duration.elapsed > 0;
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
