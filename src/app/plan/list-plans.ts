import type { PlanSummary } from "#contract/plans";
import type { SpaceMapping } from "#domain/setup/mapping";
import type { JiraItem, Outside } from "../ports";
import { planItemId } from "../sync/desired";
import { identityOf } from "../sync/held";
import { keepHead } from "../sync/keep-head";
import { readItems } from "../sync/read-items";
import { findMapping, mappingOf } from "../sync/space-mapping";
import { readPlanProperty } from "./plan-property";

/** The plans of this space, or outside any space all the person may see. A space that is not set up is told so first. */
export async function listPlans(_: object, outside: Outside): Promise<readonly PlanSummary[]> {
  if (outside.space !== null) await mappingOf(outside.settings, outside.space);
  const space = outside.space === null ? null : outside.space.key;
  const found = await outside.jira.findIds({ plan: null, kind: "plan", space });
  const known = outside.space === null ? [] : await outside.runs.plansIn(outside.space.id, planItemId);
  const ids = new Set([...known.map(({ issue }) => issue), ...found]);
  const read = await readItems(outside.jira, [...ids], null);
  const items = known.reduce<readonly JiraItem[]>(keepHead, read);
  const mappings = await mappingsOf(items, outside);
  const oldestLast = items.toSorted((a, b) => Number(b.id) - Number(a.id));
  const plans = new Map(oldestLast.flatMap((item) => named(item, mappings.get(item.spaceId) ?? null)));
  return [...plans.values()].toSorted((a, b) => a.title.localeCompare(b.title));
}

async function mappingsOf(items: readonly JiraItem[], { settings }: Outside) {
  const spaces = [...new Set(items.map((item) => item.spaceId))];
  return new Map(await Promise.all(spaces.map(async (space) => [space, await findMapping(settings, space)] as const)));
}

/** Under its space and its id: of two work items with one identity the older is the plan, as in the sync. */
function named(item: JiraItem, mapping: SpaceMapping | null): readonly (readonly [string, PlanSummary])[] {
  const identity = mapping === null ? null : identityOf(item, mapping);
  if (identity?.kind !== "plan") return [];
  const { zone, waves, order } = readPlanProperty(item);
  const { steps, risks, rollbacks } = order ?? { steps: [], risks: [], rollbacks: [] };
  const counts = { steps: steps.length, risks: risks.length, rollbacks: rollbacks.length };
  return [
    [
      `${item.spaceId}/${identity.plan}`,
      { id: identity.plan, title: item.summary, key: item.key, zone, waves, ...counts },
    ],
  ];
}
