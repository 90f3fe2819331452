import type { PlanSummary } from "#contract/plans";
import type { SpaceMapping } from "#domain/setup/mapping";
import type { JiraItem, Outside } from "../ports";
import { planItemId } from "../sync/desired";
import { identityOf } from "../sync/held";
import { readItems } from "../sync/read-items";
import { findMapping } from "../sync/space-mapping";
import { readPlanProperty } from "./plan-property";

/** The plans of this space, or outside any space all the person may see. */
export async function listPlans(_: object, outside: Outside): Promise<readonly PlanSummary[]> {
  const space = outside.space === null ? null : outside.space.key;
  const found = await outside.jira.findIds({ plan: null, kind: "plan", space });
  const known = outside.space === null ? [] : await outside.runs.plansIn(outside.space.id, planItemId);
  const items = await readItems(outside.jira, [...new Set([...known, ...found])], null);
  const mappings = await mappingsOf(items, outside);
  return items
    .toSorted((a, b) => Number(a.id) - Number(b.id))
    .flatMap((item) => summaries(item, mappings.get(item.spaceId) ?? null))
    .filter((plan, at, all) => at === all.findIndex((one) => one.id === plan.id && spaceIn(one) === spaceIn(plan)));
}

async function mappingsOf(items: readonly JiraItem[], { settings }: Outside) {
  const spaces = [...new Set(items.map((item) => item.spaceId))];
  return new Map(await Promise.all(spaces.map(async (space) => [space, await findMapping(settings, space)] as const)));
}

function summaries(item: JiraItem, mapping: SpaceMapping | null): readonly PlanSummary[] {
  const identity = mapping === null ? null : identityOf(item, mapping);
  if (identity?.kind !== "plan") return [];
  const { zone, order } = readPlanProperty(item);
  const { steps, risks, rollbacks } = order ?? { steps: [], risks: [], rollbacks: [] };
  return [
    {
      id: identity.plan,
      title: item.summary,
      key: item.key,
      zone,
      steps: steps.length,
      risks: risks.length,
      rollbacks: rollbacks.length,
    },
  ];
}

/** Of two work items with one identity in one space the older is the plan, as in the sync. */
function spaceIn({ key }: PlanSummary): string {
  return key?.slice(0, key.lastIndexOf("-")) ?? "";
}
