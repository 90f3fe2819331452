import type { PlanTableRow, PlanTableView } from "#contract/plans";
import { dayAt } from "#domain/calendar/zone";
import type { Step } from "#domain/plan/plan";
import type { Outside } from "../ports";
import { actualsOf } from "./actuals";
import { livePlan } from "./live-plan";
import type { LivePlan } from "./live-plan";
import { anchorDays } from "./milestones";
import { planDates } from "#domain/schedule/plan-dates";
import type { PlanDates } from "#domain/schedule/plan-dates";
import { planSummary } from "./plan-summary";

/** The plan as Jira holds it now, a row a step with its computed dates. */
export async function planTable({ plan: id }: { readonly plan: string }, outside: Outside): Promise<PlanTableView> {
  const live = await livePlan(id, outside);
  const now = outside.clock.now();
  const dates = planDates(live.plan, now, await actualsOf(live, outside));
  return {
    plan: planSummary(live.plan, live.item.key),
    zone: live.plan.zone,
    today: dayAt(now, live.plan.zone),
    anchors: anchorDays(live.plan),
    rows: live.plan.steps.map((step) => row(step, live, dates)),
    cycle: dates.report.cycle,
  };
}

function row(step: Step, { items }: LivePlan, dates: PlanDates): PlanTableRow {
  const item = items.get(step.id);
  const dated = dates.of(step.id);
  return {
    item: step.id,
    key: item?.key ?? null,
    title: step.title,
    phase: step.phase,
    owner: item?.assignee?.name ?? step.owner,
    status: item?.status.name ?? null,
    done: item?.status.category === "done",
    start: dated?.start ?? null,
    finish: dated?.finish ?? null,
    slackDays: dates.slackDays(step.id),
    critical: dated?.critical ?? false,
    after: step.after.map((one) => one.step),
  };
}
