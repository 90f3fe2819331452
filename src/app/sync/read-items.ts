import type { SpaceMapping } from "#domain/setup/mapping";
import type { Jira, JiraItem } from "../ports";
import { detailProperty, isRecord } from "./details";
import { partsOf } from "./values";

/** Work items by id as they are now, the long property of a plan put together from its parts. */
export async function readItems(
  jira: Jira,
  ids: readonly string[],
  mapping: SpaceMapping | null,
  properties?: readonly string[],
): Promise<readonly JiraItem[]> {
  const items = await jira.fetchItems(ids, mapping, properties);
  return Promise.all(items.map((item) => whole(jira, item)));
}

async function whole(jira: Jira, item: JiraItem): Promise<JiraItem> {
  const key = detailProperty("plan");
  const count = partsOf(item.properties[key]);
  if (count === 0) return item;
  const parts = await Promise.all(
    Array.from({ length: count }, (_, at) => jira.readProperty(item.id, `${key}.${at + 1}`)),
  );
  return { ...item, properties: { ...item.properties, [key]: joined(parts) } };
}

function joined(parts: readonly unknown[]): unknown {
  const text = parts.map((part) => (isRecord(part) && typeof part["text"] === "string" ? part["text"] : "")).join("");
  try {
    return JSON.parse(text);
  } catch {
    // Somebody wrote into one of the parts. What cannot be read counts as empty; the next sync shows the difference.
    return {};
  }
}
