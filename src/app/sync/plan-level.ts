import type { SpaceMapping } from "#domain/setup/mapping";
import type { ItemKind } from "#domain/sync/item";

/** Whether Jira's hierarchy puts the plan right above this kind, so that the parent says where it belongs; otherwise links do. */
export function isUnderPlan(kind: ItemKind, { types }: Pick<SpaceMapping, "types">): boolean {
  return kind !== "plan" && types.plan.level === types[kind].level + 1;
}
