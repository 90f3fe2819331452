import type { JiraItem } from "../ports";
import { planItemId } from "./desired";
import { itemProperty } from "./details";
import type { Identity } from "./held";

export interface Head {
  readonly plan: string;
  /** The work item the sync made for the plan itself; undefined before there is one. */
  readonly issue: string | undefined;
}

/**
 * Any editor can write over a property, and without its own work item a plan would be gone with all that hangs on it. What the sync
 * remembers making stays the plan, whatever stands in its mark.
 */
export function keepHead(items: readonly JiraItem[], { plan, issue }: Head): readonly JiraItem[] {
  const mark: Identity = { plan, item: planItemId, kind: "plan", version: 1 };
  return items.map((item) =>
    item.id === issue ? { ...item, properties: { ...item.properties, [itemProperty]: mark } } : item,
  );
}
