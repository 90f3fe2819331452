import type { Plan } from "#domain/plan/plan";
import type { ItemRefusal } from "#domain/sync/item";
import type { Outside } from "../ports";
import type { Taken } from "./adopted";
import { identityOf } from "./held";

/**
 * Work items of the plan that are there and that this person may not see. Without this they would look deleted; said is only what the
 * person's own file says.
 */
export async function hiddenFrom(plan: Plan, taken: Taken, outside: Outside): Promise<readonly ItemRefusal[]> {
  if (outside.jiraAsApp === outside.jira) return [];
  const { base, items, mapping } = taken;
  const seen = new Set(items.map((item) => item.id));
  const missing = base.items.filter(({ issue }) => !seen.has(issue));
  if (missing.length === 0) return [];
  const ids = missing.map(({ issue }) => issue);
  const there = await outside.jiraAsApp.fetchItems(ids, mapping);
  const hidden = new Set(there.filter((item) => identityOf(item, mapping)?.plan === plan.id).map((item) => item.id));
  return missing
    .filter(({ issue }) => hidden.has(issue))
    .map(({ id }) => ({
      item: id,
      stops: "item",
      message: `Jira does not show you the work item of “${id}”; it stays as it is.`,
      mend: "Ask for access to it, or let somebody who sees it sync the plan.",
    }));
}
