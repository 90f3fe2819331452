import { toPlanFile } from "#contract/plan-file";
import type { ItemSteps } from "#domain/sync/item-steps";
import type { Fields, Item } from "#domain/sync/item";
import { isRecord } from "./details";
import type { Proposed } from "./propose";
import { rebuild } from "./rebuild";
import type { Holding } from "./rebuild";

/** A value of the plan file that Jira has moved; undefined where it is empty now. */
export interface Pulled {
  /** The section and the item in it; of the plan's own part, `plan` and null. */
  readonly section: string;
  readonly item: string | null;
  readonly field: string;
  readonly was: unknown;
  readonly now: unknown;
}

/**
 * What the file must say so that it says what Jira holds. What only the file has moved stays as it is, and so does what both have moved:
 * that is for a person to settle. Both sides go through the same writing, so that a difference is one of meaning and never of spelling.
 */
export function pulledFrom({ plan, proposal, sides }: Proposed): readonly Pulled[] {
  const compared = new Map(proposal.compared.map((one) => [one.item.id, one]));
  const { items } = sides.desired;
  const before = toPlanFile(
    rebuild(
      plan.id,
      items.map((item) => holding(item, spoken(item))),
    ),
  );
  const after = toPlanFile(
    rebuild(
      plan.id,
      items.map((item) => holding(item, taken(item, compared.get(item.id)))),
    ),
  );
  return differences(before, after);
}

function holding({ id, kind }: Item, fields: Fields): Holding {
  return { id, kind, key: null, fields };
}

/** The plan's own words stand for the person it means. */
function spoken({ fields }: Item): Fields {
  const { assignee } = fields;
  return { ...fields, ownerIs: assignee === undefined || assignee === null ? null : JSON.stringify(assignee) };
}

function taken(item: Item, one: ItemSteps | undefined): Fields {
  const said = spoken(item);
  if (one === undefined) return said;
  const open = new Set(one.steps.filter(({ step }) => step.kind === "conflict").map(({ field }) => field));
  const names = one.merged["ownerIs"] === quoted(one.merged["assignee"] ?? null);
  const skips = (field: string) => open.has(field) || (!names && ownerFields.has(field)) || field === "order";
  const moved = Object.entries(one.merged).filter(([field]) => !skips(field));
  return { ...said, ...Object.fromEntries(moved) };
}

/** An assignee whom nobody has named, as where the space gives one to every new work item, is no owner. */
const ownerFields: ReadonlySet<string> = new Set(["assignee", "owner", "ownerIs"]);

function quoted(text: string | null): string | null {
  return text === null ? null : JSON.stringify(text);
}

type File = ReturnType<typeof toPlanFile>;

function differences(before: File, after: File): readonly Pulled[] {
  const sections = ["steps", "risks", "rollbacks"] as const;
  const own = [
    ...fieldsOf({ section: "plan", item: null }, before["plan"], after["plan"]),
    ...fieldsOf({ section: "", item: null }, rest(before), rest(after)),
  ];
  const items = sections.flatMap((section) => {
    const now = new Map(entries(after[section]).map((entry) => [entry["id"], entry]));
    return entries(before[section]).flatMap((entry) =>
      fieldsOf({ section, item: String(entry["id"]) }, entry, now.get(entry["id"])),
    );
  });
  return [...own, ...items];
}

function rest(file: File): File {
  const apart = new Set(["uptake", "plan", "steps", "risks", "rollbacks"]);
  return Object.fromEntries(Object.entries(file).filter(([key]) => !apart.has(key)));
}

function fieldsOf(at: Pick<Pulled, "section" | "item">, before: unknown, after: unknown): readonly Pulled[] {
  if (!isRecord(before) || !isRecord(after)) return [];
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields
    .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map((field) => ({ ...at, field, was: before[field], now: after[field] }));
}

function entries(section: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(section) ? section.filter(isRecord) : [];
}
