import type { SpaceMapping } from "#domain/setup/mapping";
import type { JiraItem, Outside } from "../ports";
import { Refusal } from "../refusal";
import { identityOf } from "../sync/held";
import { readItems } from "../sync/read-items";
import { findMapping, mappingOf } from "../sync/space-mapping";
import { planItemId } from "../sync/desired";

export interface FoundPlan {
  readonly id: string;
  /** The plan's own work item, as the person sees it. */
  readonly item: JiraItem;
  readonly mapping: SpaceMapping;
}

/** The work item of a plan. A plan nobody shows this person does not exist for them. */
export async function findPlan(id: string, outside: Outside): Promise<FoundPlan> {
  const mapping =
    outside.space === null ? await mappingElsewhere(id, outside) : await mappingOf(outside.settings, outside.space);
  const item = await planItem(id, mapping, outside);
  if (item === null) throw noPlan(id);
  return { id, item, mapping };
}

/** What the sync made is found by its number; the search index, which may lag, is asked only for what came from elsewhere. */
async function planItem(id: string, mapping: SpaceMapping, outside: Outside): Promise<JiraItem | null> {
  const base = await outside.runs.readBase({ space: mapping.space.id, plan: id });
  const known = base.items.find((item) => item.id === planItemId)?.issue;
  const ids =
    known === undefined
      ? await outside.jira.findIds({ plan: id, kind: "plan", space: mapping.space.key, types: [mapping.types.plan.id] })
      : [known];
  const items = await readItems(outside.jira, ids, mapping);
  return items.find((item) => isPlan(item, id, mapping)) ?? null;
}

function isPlan(item: JiraItem, id: string, mapping: SpaceMapping): boolean {
  const identity = identityOf(item, mapping);
  return identity?.kind === "plan" && identity.plan === id;
}

/** On a dashboard no space is given: the plan's own work item tells. */
async function mappingElsewhere(id: string, outside: Outside): Promise<SpaceMapping> {
  const ids = await outside.jira.findIds({ plan: id, kind: "plan", space: null, types: [] });
  for (const item of await outside.jira.fetchItems(ids, null)) {
    const mapping = await findMapping(outside.settings, item.spaceId);
    if (mapping !== null && isPlan(item, id, mapping)) return mapping;
  }
  throw noPlan(id);
}

function noPlan(id: string): Refusal {
  return new Refusal("not_found", {
    message: `Jira shows you no plan “${id}”.`,
    mend: "Import the plan file in its space, or ask for access to its work item.",
  });
}
