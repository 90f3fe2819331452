import type { StepPanel } from "#contract/panel";
import { heldItem } from "../sync/held";
import type { Shown } from "./shown";

/** What follows from links, or names other items, which this person may not be shown. */
const untold: ReadonlySet<string> = new Set(["after", "parent", "owner", "ownerIs", "due", "under"]);

/** Where this work item has moved since plan and Jira last agreed; nothing of it was asked for by the plan's file. */
export function stepDrift({ item, identity, found }: Shown): StepPanel["drift"] {
  const agreed = found.base.items.find((one) => one.id === identity.item)?.fields ?? {};
  const now = heldItem(item, "step", found.mapping).fields;
  return Object.entries(agreed).flatMap(([field, { jira }]) => {
    const value = now[field] ?? null;
    return untold.has(field) || !(field in now) || value === jira ? [] : [{ field, was: jira, now: value }];
  });
}
