import { dayAt } from "#domain/calendar/zone";
import { findCalendar } from "#domain/plan/plan-calendar";
import type { Plan } from "#domain/plan/plan";
import { planNetwork } from "#domain/schedule/plan-network";
import { scheduleReport } from "#domain/schedule/report";
import type { ReportedItem, ScheduleReport } from "#domain/schedule/report";

export interface PlanDates {
  readonly report: ScheduleReport;
  readonly of: (item: string) => ReportedItem | null;
  readonly slackDays: (item: string) => number | null;
}

/** The plan's dates as its dependencies, pins and calendar give them. */
export function planDates(plan: Plan, now: number): PlanDates {
  const report = scheduleReport(planNetwork(plan, dayAt(now, plan.zone)));
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
