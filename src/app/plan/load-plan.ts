import type { Base } from "#domain/sync/item";
import { linkLists } from "#domain/sync/derive";
import { endsOf } from "#domain/sync/edges";
import type { LoadedPlan } from "../adoption-ports";
import type { Outside } from "../ports";
import { planItemId } from "../sync/desired";
import { snapshotOf } from "../sync/held";
import { holdingsOf } from "../sync/holdings";
import { rebuild } from "../sync/rebuild";
import type { Holding } from "../sync/rebuild";
import { findPlan } from "./find-plan";
import type { FoundPlan } from "./find-plan";
import { livePlan } from "./live-plan";

/**
 * The plan for what asks often: its own work item as it is now, so that whoever may not see it gets nothing, and its steps, risks and
 * rollbacks as of the last sync. Reading a thousand work items for every glance at a gadget would spend the site's allowance.
 */
export async function loadPlan(id: string, outside: Outside): Promise<LoadedPlan> {
  const found = await findPlan(id, outside);
  return { plan: await planAsSynced(found, outside), key: found.item.key, spaceId: found.mapping.space.id };
}

export async function planAsSynced(found: FoundPlan, outside: Outside) {
  const { id, item, mapping } = found;
  const base = await outside.runs.readBase({ space: mapping.space.id, plan: id });
  // Synced from elsewhere, by the command line: there is no memory here to read.
  if (base.items.length === 0) return (await livePlan(id, outside)).plan;
  const own = holdingsOf(snapshotOf([item], id, mapping));
  return rebuild(id, [...own, ...remembered(base).filter((one) => one.id !== planItemId)]);
}

function remembered(base: Base): readonly Holding[] {
  const ends = endsOf(base.edges.filter((edge) => edge.jira !== null));
  return base.items.map(({ id, kind, fields: agreed }) => {
    const fields = Object.fromEntries(Object.entries(agreed).map(([field, { jira }]) => [field, jira]));
    return { id, kind, key: null, fields: { ...fields, ...linkLists({ id, kind, fields }, ends) } };
  });
}
