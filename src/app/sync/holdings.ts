import type { HeldItem, Snapshot } from "#domain/sync/item";
import { linkLists } from "#domain/sync/derive";
import { endsOf } from "#domain/sync/edges";
import type { Holding } from "./rebuild";

/** Jira's side as the plan would say it: what no plan can hold is left out, and links decide who waits for whom. */
export function holdingsOf(snapshot: Pick<Snapshot, "items" | "edges">): readonly Holding[] {
  const ends = endsOf(snapshot.edges);
  return snapshot.items.map((item) => holding(item, ends));
}

function holding(item: HeldItem, ends: ReadonlyMap<string, readonly string[]>): Holding {
  const sayable = Object.fromEntries(Object.entries(item.fields).filter(([field]) => !item.unsayable.includes(field)));
  const fields = { ...sayable, ...linkLists({ ...item, fields: sayable }, ends) };
  return { id: item.id, kind: item.kind, key: item.key, fields };
}
