import type { Plan } from "#domain/plan/plan";
import type { ItemKind } from "#domain/sync/item";
import type { JiraItem, Outside } from "../ports";
import { escalationProperty } from "../risk/escalation-note";
import { detailProperty, itemProperty } from "../sync/details";
import { snapshotOf } from "../sync/held";
import { holdingsOf } from "../sync/holdings";
import { readItems } from "../sync/read-items";
import { rebuild } from "../sync/rebuild";
import type { PlanRef } from "../sync/run-ports";
import { openPlan } from "./find-plan";
import type { FoundPlan } from "./find-plan";
import { planIssues } from "./plan-issues";

export interface PlanPart {
  readonly found: FoundPlan;
  readonly ref: PlanRef;
  /** The plan's head and its items of one kind. */
  readonly plan: Plan;
  /** Work items of that kind by the plan's own ids, as far as Jira shows them to whoever asks. */
  readonly items: ReadonlyMap<string, JiraItem>;
}

/** What of an item is read to show it; of a risk also what its escalation has left there. */
export function propertiesOf(kind: ItemKind): readonly string[] {
  return [itemProperty, detailProperty(kind), ...(kind === "risk" ? [escalationProperty] : [])];
}

/** One kind of a plan's items, without reading the others: a plan of a thousand steps may have twenty risks. */
export async function planPart(id: string, kind: ItemKind, outside: Outside): Promise<PlanPart> {
  const found = await openPlan(id, outside);
  const { mapping } = found;
  const own = await readItems(outside.jira, await planIssues(found, kind, outside), mapping, propertiesOf(kind));
  const snapshot = snapshotOf([found.item, ...own], id, mapping);
  const byIssue = new Map(own.map((item) => [item.id, item]));
  const items = snapshot.items.flatMap((held) => {
    const item = held.kind === kind ? byIssue.get(held.issue) : undefined;
    return item === undefined ? [] : [[held.id, item] as const];
  });
  const ref = { space: mapping.space.id, plan: id };
  return { found, ref, plan: rebuild(id, holdingsOf(snapshot)), items: new Map(items) };
}
