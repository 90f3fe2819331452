import type { Plan } from "#domain/plan/plan";
import type { JiraItem, Outside } from "../ports";
import { snapshotOf } from "../sync/held";
import { holdingsOf } from "../sync/holdings";
import { readItems } from "../sync/read-items";
import { typeIds } from "../sync/space-mapping";
import { rebuild } from "../sync/rebuild";
import { findPlan } from "./find-plan";
import type { FoundPlan } from "./find-plan";

export interface LivePlan extends FoundPlan {
  readonly plan: Plan;
  /** Work items by the plan's own ids. */
  readonly items: ReadonlyMap<string, JiraItem>;
}

/** The whole plan as Jira holds it this moment and shows it to this person. */
export async function livePlan(id: string, outside: Outside): Promise<LivePlan> {
  const found = await findPlan(id, outside);
  const { mapping } = found;
  const [base, indexed] = await Promise.all([
    outside.runs.readBase({ space: mapping.space.id, plan: id }),
    outside.jira.findIds({ plan: id, kind: null, space: mapping.space.key, types: typeIds(mapping) }),
  ]);
  const ids = [...new Set([...base.items.map(({ issue }) => issue), ...indexed])];
  const items = await readItems(outside.jira, ids, mapping);
  const snapshot = snapshotOf(items, id, mapping);
  const byIssue = new Map(items.map((item) => [item.id, item]));
  const named = snapshot.items.flatMap((held) => {
    const item = byIssue.get(held.issue);
    return item === undefined ? [] : [[held.id, item] as const];
  });
  return { ...found, plan: rebuild(id, holdingsOf(snapshot)), items: new Map(named) };
}
