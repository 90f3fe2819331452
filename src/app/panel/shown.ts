import type { Plan } from "#domain/plan/plan";
import type { FoundPlan } from "../plan/find-plan";
import { findPlan } from "../plan/find-plan";
import type { JiraItem, Outside } from "../ports";
import { identityOf, snapshotOf } from "../sync/held";
import type { Identity } from "../sync/held";
import { holdingsOf } from "../sync/holdings";
import { readItems } from "../sync/read-items";
import { rebuild } from "../sync/rebuild";
import { findMapping } from "../sync/space-mapping";

/** The work item a panel stands on, as the person sees it, and its plan. */
export interface Shown {
  readonly identity: Identity;
  readonly item: JiraItem;
  readonly found: FoundPlan;
}

/** Null on whatever is not part of a plan that this person may see, and on copies of what is. */
export async function findShown(outside: Outside): Promise<Shown | null> {
  const { issue, jira, settings } = outside;
  const space = outside.space?.id ?? (await spaceOf(outside));
  const mapping = space === null ? null : await findMapping(settings, space);
  if (issue === null || mapping === null) return null;
  const [item] = await readItems(jira, [issue.id], mapping);
  const identity = item === undefined ? null : identityOf(item, mapping);
  if (item === undefined || identity === null) return null;
  const found = await findPlan(identity.plan, { ...outside, space: mapping.space });
  if (found === null || isCopy({ identity, item, found })) return null;
  return { identity, item, found };
}

async function spaceOf({ issue, jira }: Outside): Promise<string | null> {
  const [item] = issue === null ? [] : await jira.fetchItems([issue.id], null);
  return item?.spaceId ?? null;
}

/** Any editor can write an identity; the item the sync made under that name is the one that counts. */
function isCopy({ identity, item, found }: Shown): boolean {
  const genuine =
    identity.kind === "plan" ? found.item.id : found.base.items.find((one) => one.id === identity.item)?.issue;
  return genuine !== undefined && genuine !== item.id;
}

/** The plan's own words and this one item, both as they are now. */
export function ownPlan({ item, found }: Shown): Plan {
  return rebuild(found.id, holdingsOf(snapshotOf([found.item, item], found.id, found.mapping)));
}

export function nameOf({ found }: Shown, plan: Plan) {
  return { id: plan.id, title: plan.title, key: found.item.key };
}
