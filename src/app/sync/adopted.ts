import type { Plan } from "#domain/plan/plan";
import type { SpaceMapping } from "#domain/setup/mapping";
import type { Base, HeldItem, ItemKind, ItemRefusal, Snapshot } from "#domain/sync/item";
import type { Jira, JiraItem } from "../ports";
import { heldItem, identityOf, named } from "./held";

/** What has been read of the plan's own work items. */
export interface Taken {
  readonly base: Base;
  readonly items: readonly JiraItem[];
  readonly snapshot: Snapshot;
  readonly mapping: SpaceMapping;
}

interface Adopted {
  readonly adopted: readonly HeldItem[];
  readonly refusals: readonly ItemRefusal[];
}

interface Named {
  readonly id: string;
  readonly kind: ItemKind;
  readonly key: string;
}

/** Existing work items that the file names by key, where the plan does not hold the item yet. */
export async function readAdopted(plan: Plan, taken: Taken, jira: Jira): Promise<Adopted> {
  const { base, snapshot, mapping } = taken;
  const held = new Set([...snapshot.items, ...base.items].map((item) => item.id));
  const wanted = namedIn(plan).filter(({ id, key }) => !held.has(id) && isHere(key, mapping));
  const items = wanted.length === 0 ? [] : await jira.fetchItems([...new Set(wanted.map(({ key }) => key))], mapping);
  const names = new Map(snapshot.items.map(({ issue, id }) => [issue, id]));
  const judged = wanted.map((want) => ({ want, found: judge(want, { items, taken, wanted }) }));
  return {
    adopted: judged.flatMap(({ want, found }) =>
      typeof found === "string"
        ? []
        : [{ ...named(heldItem(found, want.kind, mapping), names), id: want.id, ours: false }],
    ),
    refusals: judged.flatMap(({ want, found }) => (typeof found === "string" ? [refusal(want, found)] : [])),
  };
}

/** Keys of another space come with a copied file; there they named something else. */
function isHere(key: string, { space }: SpaceMapping): boolean {
  return key.slice(0, key.lastIndexOf("-")) === space.key;
}

function namedIn(plan: Plan): readonly Named[] {
  const all = [
    ...plan.steps.map(({ id, key }) => ({ id, key, kind: "step" as const })),
    ...plan.risks.map(({ id, key }) => ({ id, key, kind: "risk" as const })),
    ...plan.rollbacks.map(({ id, key }) => ({ id, key, kind: "rollback" as const })),
  ];
  return all.flatMap(({ id, key, kind }) => (key === null ? [] : [{ id, key, kind }]));
}

interface Around {
  readonly items: readonly JiraItem[];
  readonly taken: Taken;
  readonly wanted: readonly Named[];
}

/** The work item, or why it cannot be taken on. */
function judge({ id, key, kind }: Named, { items, taken, wanted }: Around): JiraItem | string {
  const item = items.find((one) => one.key === key);
  if (item === undefined || item.spaceId !== taken.mapping.space.id) return "Jira shows you no such work item here.";
  const owner = taken.snapshot.items.find((one) => one.key === key);
  if (owner !== undefined) return `It stands for “${owner.id}” of this plan already.`;
  if (identityOf(item, taken.mapping) !== null) return "It belongs to another plan.";
  if (item.typeId !== taken.mapping.types[kind].id) return `It is not of the work type that stands for a ${kind} here.`;
  return wanted.some((other) => other.key === key && other.id !== id) ? "Two items of the plan name it." : item;
}

function refusal({ id, key }: Named, why: string): ItemRefusal {
  return {
    item: id,
    stops: "item",
    message: `${key}, which the plan names for “${id}”, cannot be taken on. ${why}`,
    mend: `Name another work item, or take the key away: then a new one is made for “${id}”.`,
  };
}
