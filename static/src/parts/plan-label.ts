import type { PlanSummary } from "#contract/plans";

/** A plan by its title and its work item, whose key begins with the space: two plans may bear one title. */
export function planLabel({ title, key }: Pick<PlanSummary, "title" | "key">): string {
  return key === null ? title : `${title} (${key})`;
}
