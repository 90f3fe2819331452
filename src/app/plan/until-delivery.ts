import type { Plan } from "#domain/plan/plan";
import { lastDay, planDates } from "#domain/schedule/plan-dates";

/** The plan with the steps that are to be finished by the delivery day; all of them where it names no such day. */
export function untilDelivery(plan: Plan, now: number): Plan {
  const day = plan.anchors["delivery"];
  if (day === undefined) return plan;
  const dates = planDates(plan, now);
  const isBefore = (id: string) => {
    const dated = dates.of(id);
    return dated === null || lastDay(dated) <= day;
  };
  return { ...plan, steps: plan.steps.filter((step) => isBefore(step.id)) };
}
