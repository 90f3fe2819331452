import type { Plan } from "#domain/plan/plan";
import type { JiraItem, Outside } from "../ports";
import { snapshotOf } from "../sync/held";
import { holdingsOf } from "../sync/holdings";
import { keepHead } from "../sync/keep-head";
import { readItems } from "../sync/read-items";
import { rebuild } from "../sync/rebuild";
import { openPlan } from "./find-plan";
import type { FoundPlan } from "./find-plan";
import { planIssues } from "./plan-issues";

export interface LivePlan extends FoundPlan {
  readonly plan: Plan;
  /** Work items by the plan's own ids. */
  readonly items: ReadonlyMap<string, JiraItem>;
}

/** The plan as Jira holds it this moment, so much of it as this person may see. */
export async function livePlan(id: string, outside: Outside): Promise<LivePlan> {
  return liveFrom(await openPlan(id, outside), outside);
}

export async function liveFrom(found: FoundPlan, outside: Outside): Promise<LivePlan> {
  const { id, mapping } = found;
  const read = await readItems(outside.jira, await planIssues(found, null, outside), mapping);
  const items = keepHead(read, { plan: id, issue: found.item.id });
  const snapshot = snapshotOf(items, id, mapping);
  const byIssue = new Map(items.map((item) => [item.id, item]));
  const named = snapshot.items.flatMap((held) => {
    const item = byIssue.get(held.issue);
    return item === undefined ? [] : [[held.id, item] as const];
  });
  return { ...found, plan: rebuild(id, holdingsOf(snapshot)), items: new Map(named) };
}
