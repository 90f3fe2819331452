import type { Plan } from "#domain/plan/plan";
import type { SpaceMapping } from "#domain/setup/mapping";
import type { ItemKind } from "#domain/sync/item";
import type { JiraItem } from "../ports";

/** A work item of a plan as a panel needs it: itself as it is now, the plan around it as of the last sync. */
export interface Shown {
  readonly kind: ItemKind;
  /** The item's id in the plan. */
  readonly id: string;
  readonly item: JiraItem;
  readonly plan: Plan;
  readonly planKey: string;
  readonly mapping: SpaceMapping;
  readonly now: number;
}
