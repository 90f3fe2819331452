import type { ItemKind } from "#domain/sync/item";
import type { Outside } from "../ports";
import type { FoundPlan } from "./find-plan";
import { readPlanProperty } from "./plan-property";

/**
 * Issue ids of a plan's items, to be read as the person. A search costs a point a result, so the index is asked only when the
 * sync's memory lacks something the plan's own work item names, as when the command line has synced it.
 */
export async function planIssues(
  { id, item, mapping, base }: FoundPlan,
  kind: ItemKind | null,
  outside: Outside,
): Promise<readonly string[]> {
  const known = base.items.filter((one) => kind === null || one.kind === kind);
  const named = namedIn(item, kind);
  const met = new Set(known.map((one) => one.id));
  const isComplete = base.items.length > 0 && named !== null && named.every((one) => met.has(one));
  const found = isComplete ? [] : await outside.jira.findIds({ plan: id, kind, space: mapping.space.key });
  return [...new Set([...known.map(({ issue }) => issue), ...found])];
}

function namedIn(item: FoundPlan["item"], kind: ItemKind | null): readonly string[] | null {
  const { order } = readPlanProperty(item);
  if (order === null) return null;
  const { steps, risks, rollbacks } = order;
  switch (kind) {
    case "plan":
      return [];
    case "step":
      return steps;
    case "risk":
      return risks;
    case "rollback":
      return rollbacks;
    case null:
      return [...steps, ...risks, ...rollbacks];
  }
}
