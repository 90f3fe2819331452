import type { SpaceMapping } from "#domain/setup/mapping";
import type { Item, ItemRefusal } from "#domain/sync/item";
import type { Proposal } from "#domain/sync/propose";
import type { Jira, RequiredField } from "../ports";
import { fieldsByJiraName } from "./jira-names";

/** Said by Jira itself, or by every creation of ours. */
const always = new Set(["summary", "project", "issuetype", "reporter", "parent"]);

/** Items Jira would refuse to make, because the screen for new ones insists on a field they leave empty. */
export async function requiredMissing(
  { creates }: Proposal,
  mapping: SpaceMapping,
  jira: Jira,
): Promise<readonly ItemRefusal[]> {
  const kinds = [...new Set(creates.map(({ kind }) => kind))];
  const asked = await Promise.all(
    kinds.map(async (kind) => [kind, await jira.requiredFields(mapping.space.id, mapping.types[kind].id)] as const),
  );
  const required = new Map(asked);
  const names = fieldsByJiraName(mapping);
  return creates.flatMap((item) => refusedBy(required.get(item.kind) ?? [], item, names));
}

function refusedBy(
  required: readonly RequiredField[],
  item: Item,
  names: ReadonlyMap<string, string>,
): readonly ItemRefusal[] {
  const empty = required.filter(({ id }) => !always.has(id) && !item.fields[names.get(id) ?? ""]);
  if (empty.length === 0) return [];
  const words = empty.map(({ name }) => `“${name}”`).join(", ");
  const known = empty.every(({ id }) => names.has(id));
  return [
    {
      item: item.id,
      stops: "item",
      message: `Jira makes no ${item.kind} here without ${words}.`,
      mend: known
        ? "Fill it in in the plan, or make the field optional for this work type."
        : "Make the field optional for this work type, or give it a default value.",
    },
  ];
}
