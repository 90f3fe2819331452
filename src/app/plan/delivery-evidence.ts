import type { DeliveryEvidence } from "#domain/governance/gates";
import type { Plan } from "#domain/plan/plan";
import type { LoadedPlan } from "../adoption-ports";
import type { Outside } from "../ports";
import { deliverySummary } from "./delivery-summary";
import { livePlan } from "./live-plan";
import { planDates } from "./plan-dates";

/** What the first gate looks at, read from Jira at this moment. */
export async function deliveryEvidence(loaded: LoadedPlan, outside: Outside): Promise<DeliveryEvidence> {
  const live = await livePlan(loaded.plan.id, outside);
  const { plan, items } = live;
  const before = stepsUntilDelivery(plan, outside.clock.now());
  const { done, total } = deliverySummary({ plan: { ...plan, steps: before }, items });
  const open = plan.risks.filter(
    (risk) => risk.tag === "pre-delivery" && items.get(risk.id)?.status.category !== "done",
  );
  return {
    done,
    total,
    untriaged: open.map((risk) => items.get(risk.id)?.key ?? risk.id),
    needsRollback: Object.values(plan.affects).some(Boolean),
    rollbacks: plan.rollbacks.length,
    owner: plan.owner,
    checklist: plan.gates.delivery.checklist,
  };
}

/** Steps that are to be finished by the delivery day; all of them where the plan names no such day. */
function stepsUntilDelivery(plan: Plan, now: number): Plan["steps"] {
  const day = plan.anchors["delivery"];
  if (day === undefined) return plan.steps;
  const dates = planDates(plan, now);
  return plan.steps.filter((step) => (dates.of(step.id)?.finish.slice(0, 10) ?? "") <= day);
}
