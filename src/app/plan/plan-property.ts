import { z } from "zod";
import type { JiraItem } from "../ports";
import { detailProperty } from "../sync/details";

const ids = z.array(z.string());
const order = z.object({ steps: ids.catch([]), risks: ids.catch([]), rollbacks: ids.catch([]) });
const waves = z.array(z.object({ id: z.string(), title: z.string() }));
const property = z.object({
  zone: z.string().catch("UTC"),
  waves: waves.catch([]),
  order: order.nullable().catch(null),
});

/** What the plan's own work item says of the rest: its zone, and the ids of what belongs to it; null when that is unreadable. */
export function readPlanProperty(item: JiraItem): z.output<typeof property> {
  return property.catch({ zone: "UTC", waves: [], order: null }).parse(item.properties[detailProperty("plan")]);
}
