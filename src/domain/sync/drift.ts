import { edgeKey } from "./item";
import type { Base, BaseItem, Edge, Fields, Snapshot } from "./item";

/** Where Jira has moved since the two last agreed. */
export type Drift =
  | {
      readonly what: "field";
      readonly item: string;
      readonly field: string;
      readonly was: string | null;
      readonly now: string | null;
    }
  | { readonly what: "link"; readonly edge: Edge; readonly linked: boolean };

/** Compares what is held now with the memory of it: of these items, and of the links at which one of them stands. */
export function driftOf(base: Base, snapshot: Pick<Snapshot, "items" | "edges">): readonly Drift[] {
  const memory = new Map(base.items.map((item) => [item.id, item]));
  const fields = snapshot.items.flatMap((held) => {
    const known = memory.get(held.id);
    return known === undefined || known.issue !== held.issue ? [] : movedFields(known, held.fields);
  });
  return [...fields, ...movedLinks(base, snapshot)];
}

function movedFields({ id, fields }: BaseItem, now: Fields): readonly Drift[] {
  return Object.entries(fields).flatMap(([field, { jira }]): readonly Drift[] => {
    const value = now[field] ?? null;
    const isSaid = silent.has(field) || (field === "start" && "day" in fields);
    return value === jira || isSaid ? [] : [{ what: "field", item: id, field, was: jira, now: value }];
  });
}

/** Only the app writes these; what follows from another field, as the owner's name from the assignee, is said with that field. */
const silent = new Set(["owner", "ownerIs", "exposure", "order", "after", "threatens", "covers", "parent", "due"]);

function movedLinks(base: Base, snapshot: Pick<Snapshot, "items" | "edges">): readonly Drift[] {
  const seen = new Set(snapshot.items.map(({ id }) => id));
  const known = new Set(base.items.map(({ id }) => id));
  const held = new Set(snapshot.edges.map(edgeKey));
  const before = new Set(base.edges.filter(({ jira }) => jira !== null).map(edgeKey));
  const lost = base.edges.filter(
    (edge) => edge.jira !== null && (seen.has(edge.from) || seen.has(edge.to)) && !held.has(edgeKey(edge)),
  );
  const gained = snapshot.edges.filter(
    (edge) => known.has(edge.from) && known.has(edge.to) && !before.has(edgeKey(edge)),
  );
  return [...lost.map((edge) => link(edge, false)), ...gained.map((edge) => link(edge, true))];
}

function link({ kind, from, to }: Edge, linked: boolean): Drift {
  return { what: "link", edge: { kind, from, to }, linked };
}
