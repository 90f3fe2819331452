import type { Editing, PlanPageView, StepFacts } from "#contract/plan-page";
import type { Outside } from "../ports";
import { mayWrite } from "../sync/may-write";
import { Refusal } from "../refusal";
import type { Actuals } from "#domain/schedule/actuals";
import { actualsOf } from "./actuals";
import { baselineOf } from "./baseline";
import { freezesOf } from "./freezes";
import { livePlan } from "./live-plan";
import type { LivePlan } from "./live-plan";
import { milestones } from "./milestones";
import { readPlanProperty } from "./plan-property";
import { readEdits } from "./step-edits";

/** All the plan page needs to draw, date and change the plan without asking again. */
export async function planPage({ plan: id }: { readonly plan: string }, outside: Outside): Promise<PlanPageView> {
  const live = await livePlan(id, outside);
  const { plan, item, mapping } = live;
  const ref = { space: mapping.space.id, plan: id };
  const [statuses, editing, edits, baseline, freezes, actuals] = await Promise.all([
    outside.jira.statuses(mapping.space.id, mapping.types.step.id),
    editingOf(live, outside),
    readEdits(ref, outside),
    baselineOf(ref, new Set(plan.steps.map((step) => step.id)), outside),
    freezesOf(live, outside),
    actualsOf(live, outside),
  ]);
  return {
    plan,
    key: item.key,
    now: outside.clock.now(),
    steps: factsOf(live, actuals),
    statuses,
    marks: milestones(plan),
    editing,
    edits,
    ...baseline,
    freezes,
  };
}

function factsOf({ plan, items }: LivePlan, actuals: Actuals): readonly StepFacts[] {
  return plan.steps.flatMap(({ id }) => {
    const item = items.get(id);
    if (item === undefined) return [];
    const { start = null, finish = null } = actuals.get(id) ?? {};
    const { key, status, assignee } = item;
    return [{ step: id, key, status, assignee: assignee?.name ?? null, began: start, ended: finish }];
  });
}

/**
 * Whether this person's changes could be sent at all. What is hidden from them would be missing in the plan they send, so a part
 * of a plan is only to be looked at.
 */
async function editingOf({ item, items, mapping }: LivePlan, { jira, who }: Outside): Promise<Editing> {
  const { order } = readPlanProperty(item);
  const named = order === null ? [] : [...order.steps, ...order.risks, ...order.rollbacks];
  const hidden = named.filter((one) => !items.has(one)).length;
  if (hidden > 0) {
    return {
      kind: "refused",
      message: `Jira hides ${hidden} of this plan's work items from you, or somebody has deleted them; so you can look at it but not change it here.`,
      mend: "Ask for access to them; what was deleted is settled by applying the plan's file.",
    };
  }
  try {
    await mayWrite(jira, { accountId: who.accountId, spaceId: mapping.space.id });
    return { kind: "allowed" };
  } catch (error) {
    if (error instanceof Refusal) return { kind: "refused", message: error.message, mend: error.mend };
    throw error;
  }
}
