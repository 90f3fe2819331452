import type { DeliveryEvidence } from "#domain/governance/gates";
import { rollbackDuty } from "#domain/rollback/duty";
import type { Plan } from "#domain/plan/plan";
import type { LoadedPlan } from "../adoption-ports";
import { checklistOf } from "../gates/checklist";
import type { Outside } from "../ports";
import { deliverySummary } from "./delivery-summary";
import { livePlan } from "./live-plan";
import type { LivePlan } from "./live-plan";
import { lastDay, planDates } from "#domain/schedule/plan-dates";
import { readPlanProperty } from "./plan-property";

/** What the first gate looks at, read from Jira at this moment. */
export async function deliveryEvidence(loaded: LoadedPlan, outside: Outside): Promise<DeliveryEvidence> {
  const live = await livePlan(loaded.plan.id, outside);
  const { plan, items } = live;
  const { done, total } = deliverySummary({ plan: untilDelivery(plan, outside.clock.now()), items });
  const unseen = unseenOf(live);
  const open = plan.risks.filter(({ id, tag }) => tag === "pre-delivery" && items.get(id)?.status.category !== "done");
  return {
    done,
    total: total + unseen.steps.length,
    untriaged: [...open.map(({ id }) => items.get(id)?.key ?? id), ...unseen.risks],
    needsRollback: Object.values(plan.affects).some(Boolean),
    rollbacks: plan.rollbacks.length - rollbackDuty(plan).lacks.length,
    owner: plan.owner,
    checklist: await checklistOf(
      { id: loaded.plan.id, spaceId: loaded.spaceId, items: plan.gates.delivery.checklist },
      outside,
    ),
  };
}

/** The plan with the steps that are to be finished by the delivery day; all of them where it names no such day. */
function untilDelivery(plan: Plan, now: number): Plan {
  const day = plan.anchors["delivery"];
  if (day === undefined) return plan;
  const dates = planDates(plan, now);
  const isBefore = (id: string) => {
    const dated = dates.of(id);
    return dated === null || lastDay(dated) <= day;
  };
  return { ...plan, steps: plan.steps.filter((step) => isBefore(step.id)) };
}

/** What the plan's work item names and Jira does not show counts as not done: a gate must not look open to whoever sees less. */
function unseenOf({ item, items }: LivePlan): { steps: readonly string[]; risks: readonly string[] } {
  const { order } = readPlanProperty(item);
  const unseen = (ids: readonly string[] = []) => ids.filter((id) => !items.has(id));
  return { steps: unseen(order?.steps), risks: unseen(order?.risks) };
}
