import type { LoadedPlan } from "../adoption-ports";
import type { Jira, Outside } from "../ports";
import { snapshotOf } from "../sync/held";
import { holdingsOf } from "../sync/holdings";
import { rebuild } from "../sync/rebuild";
import { openHead } from "./find-plan";
import type { FoundHead } from "./find-plan";
import { livePlan } from "./live-plan";

/** The whole plan, read anew: a point of Jira's allowance for each of its items. */
export async function loadPlan(id: string, outside: Outside): Promise<LoadedPlan> {
  const { plan, item, mapping } = await livePlan(id, outside);
  return { plan, key: item.key, spaceId: mapping.space.id };
}

/** The plan as a job of the app reads it, wherever it is. */
export async function loadPlanAs(jira: Jira, id: string, outside: Outside): Promise<LoadedPlan> {
  return loadPlan(id, { ...outside, jira, space: null });
}

/**
 * What stands on the plan's own work item: title, zone, calendar, anchors, waves, gates and registers, but no step, risk or rollback.
 * Enough for adoption and gates, and it costs the same for a plan of ten steps and of a thousand.
 */
export async function loadPlanHead(id: string, outside: Outside): Promise<LoadedPlan> {
  const found = await openHead(id, outside);
  return { plan: headOf(found), key: found.item.key, spaceId: found.mapping.space.id };
}

export function headOf({ id, item, mapping }: FoundHead): LoadedPlan["plan"] {
  return rebuild(id, holdingsOf(snapshotOf([item], id, mapping)));
}
