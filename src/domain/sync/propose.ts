import { findCycle } from "./cycle";
import { derive } from "./derive";
import { compareEdges } from "./edges";
import type { EdgeSteps } from "./edges";
import { estimate } from "./estimate";
import type { Estimate } from "./estimate";
import { hashOf } from "./hash";
import type { Base, Desired, Item, ItemRefusal, Snapshot } from "./item";
import { compareItem } from "./item-steps";
import type { ItemSteps } from "./item-steps";
import { touchLimit } from "./limit";
import type { TouchLimit } from "./limit";
import { orphansOf } from "./orphans";
import type { Orphan } from "./orphans";
import { scalesIn } from "./sayable";
import type { Settling } from "./settling";

/** What would bring plan and Jira together, as a value: it can be shown, tested, refused, and changes nothing. */
export interface Proposal {
  readonly plan: { readonly id: string; readonly title: string };
  /** In the order they can be made: the plan, what holds others, then the rest as the file has it. */
  readonly creates: readonly Item[];
  readonly compared: readonly ItemSteps[];
  readonly edges: EdgeSteps;
  /** Work items of the plan that its file no longer names. They stay unless a person says otherwise. */
  readonly orphans: readonly Orphan[];
  /** Items that stood in Jira when the two last agreed, and no longer do. */
  readonly gone: readonly Gone[];
  readonly refusals: readonly RefusedItem[];
  /** The steps that wait for each other; nothing can be applied while there are any. */
  readonly cycle: readonly string[] | null;
  readonly limit: TouchLimit | null;
  readonly estimate: Estimate;
  readonly native: readonly string[];
  readonly hash: string;
}

/** A refusal with what the item is, since it stands in no other list. */
export interface RefusedItem extends ItemRefusal, Pick<Item, "kind" | "title"> {}

export interface Gone {
  readonly item: Item;
  readonly why: "deleted" | Snapshot["strays"][number]["why"];
}

export interface Sides {
  readonly base: Base;
  readonly desired: Desired;
  readonly snapshot: Snapshot;
}

export function propose(sides: Sides, settling: Settling): Proposal {
  const { base, desired, snapshot } = sides;
  const stopped = new Set(desired.refusals.filter((one) => one.stops === "item").map((one) => one.item));
  const wins = (id: string) => settling.choices[`${id}/item`] ?? settling.rule;
  const back = snapshot.strays.flatMap((stray) => (wins(stray.id) === "file" ? (stray.held ?? []) : []));
  const held = new Map([...snapshot.items, ...back].map((item) => [item.id, item]));
  const known = new Set(base.items.map((item) => item.id));
  const able = desired.items.filter((item) => !stopped.has(item.id));
  const missing = able.filter((item) => !held.has(item.id));
  const isGone = (item: Item) => known.has(item.id) && wins(item.id) !== "file";
  const gone = missing.filter(isGone);
  const creates = inOrder(
    missing.filter((item) => !isGone(item)),
    desired,
  );
  const present = new Set([...able.filter((item) => held.has(item.id)), ...creates].map((item) => item.id));
  // Until a person has said whether it is made again, what leads to a work item that is gone stays as it is.
  const open = gone.filter((item) => wins(item.id) !== "jira");
  const unseen = new Set([...[...known].filter((id) => stopped.has(id)), ...open.map(({ id }) => id)]);
  const edges = compareEdges(sides, { present, fresh: new Set(creates.map((item) => item.id)), unseen });
  const memory = new Map(base.items.map((item) => [item.id, item.fields]));
  const head = desired.items.find(({ kind }) => kind === "plan");
  const scales = scalesIn(head?.fields["riskScheme"] ?? null);
  const compared = able.flatMap((item) => {
    const there = held.get(item.id);
    return there === undefined
      ? []
      : [compareItem({ item, held: there, edges, memory: memory.get(item.id) ?? {}, scales }, settling)];
  });
  const wanted = new Set(desired.items.map((item) => item.id));
  const strays = new Map(snapshot.strays.map(({ id, why }) => [id, why]));
  const draft = {
    plan: { id: desired.id, title: desired.title },
    creates: creates.map((item) => ({
      ...item,
      fields: { ...item.fields, ...derive(item, item.fields, { edges, held: null, assigneeRests: false }) },
    })),
    compared,
    edges,
    gone: gone.map((item): Gone => ({ item, why: strays.get(item.id) ?? "deleted" })),
    orphans: orphansOf(sides, wanted, settling),
    refusals: refusedAmong(desired),
    cycle: findCycle(desired),
    native: desired.native,
  };
  const counted = { ...draft, limit: touchLimit(draft, snapshot), estimate: estimate(draft) };
  return { ...counted, hash: hashOf(counted) };
}

function refusedAmong({ items, refusals }: Desired): readonly RefusedItem[] {
  const named = new Map(items.map(({ id, kind, title }) => [id, { kind, title }]));
  return refusals.map((one) => ({ kind: "step", title: one.item, ...named.get(one.item), ...one }));
}

function inOrder(creates: readonly Item[], desired: Desired): readonly Item[] {
  const above = new Map(
    desired.edges.filter((edge) => edge.kind === "has").map((edge) => [edge.to, edge.from] as const),
  );
  const depth = (id: string, seen: number): number => {
    const parent = above.get(id);
    return parent === undefined || seen > above.size ? seen : depth(parent, seen + 1);
  };
  const rank = new Map(creates.map((item) => [item.id, item.kind === "plan" ? -1 : depth(item.id, 0)]));
  return creates.toSorted((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0));
}
