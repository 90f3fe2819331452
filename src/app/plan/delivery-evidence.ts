import type { DeliveryEvidence } from "#domain/governance/gates";
import { rollbackDuty } from "#domain/rollback/duty";
import type { LoadedPlan } from "../adoption-ports";
import { checklistOf } from "../gates/checklist";
import type { Outside } from "../ports";
import { deliverySummary } from "./delivery-summary";
import { livePlan } from "./live-plan";
import type { LivePlan } from "./live-plan";
import { readPlanProperty } from "./plan-property";
import { untilDelivery } from "./until-delivery";

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
      { plan, spaceId: loaded.spaceId, items: plan.gates.delivery.checklist },
      { settings: outside.settings, nameOf: (account) => outside.jira.nameOf(account) },
    ),
  };
}

/** What the plan's work item names and Jira does not show counts as not done: a gate must not look open to whoever sees less. */
function unseenOf({ item, items }: LivePlan): { steps: readonly string[]; risks: readonly string[] } {
  const { order } = readPlanProperty(item);
  const unseen = (ids: readonly string[] = []) => ids.filter((id) => !items.has(id));
  return { steps: unseen(order?.steps), risks: unseen(order?.risks) };
}
