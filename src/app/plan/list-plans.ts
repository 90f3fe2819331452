import { z } from "zod";
import type { PlanSummary } from "#contract/plans";
import type { JiraItem, Outside } from "../ports";
import { identityOf } from "../sync/held";
import { readItems } from "../sync/read-items";
import { findMapping } from "../sync/space-mapping";
import { planItemId } from "../sync/desired";

const ids = z.array(z.string()).catch([]);
const order = z.object({ steps: ids, risks: ids, rollbacks: ids }).catch({ steps: [], risks: [], rollbacks: [] });
const property = z.object({ zone: z.string().catch("UTC"), order }).catch({
  zone: "UTC",
  order: { steps: [], risks: [], rollbacks: [] },
});

/** The plans of this space, or outside any space all the person may see. */
export async function listPlans(_: object, outside: Outside): Promise<readonly PlanSummary[]> {
  const space = outside.space === null ? null : outside.space.key;
  const found = await outside.jira.findIds({ plan: null, kind: "plan", space, types: [] });
  const known = outside.space === null ? [] : await outside.runs.plansIn(outside.space.id, planItemId);
  const items = await readItems(outside.jira, [...new Set([...known, ...found])], null);
  const summaries = await Promise.all(items.map((item) => summary(item, outside)));
  return summaries.filter((one) => one !== null);
}

async function summary(item: JiraItem, { settings }: Outside): Promise<PlanSummary | null> {
  const mapping = await findMapping(settings, item.spaceId);
  const identity = mapping === null ? null : identityOf(item, mapping);
  if (identity?.kind !== "plan") return null;
  const { zone, order } = property.parse(item.properties["uptake.plan"]);
  return {
    id: identity.plan,
    title: item.summary,
    key: item.key,
    zone,
    steps: order.steps.length,
    risks: order.risks.length,
    rollbacks: order.rollbacks.length,
  };
}
