import { findCycle } from "./cycle";
import { derive } from "./derive";
import { compareEdges } from "./edges";
import type { EdgeSteps } from "./edges";
import { estimate } from "./estimate";
import type { Estimate } from "./estimate";
import { hashOf } from "./hash";
import type { Base, Desired, HeldItem, Item, ItemRefusal, Snapshot } from "./item";
import { compareItem } from "./item-steps";
import type { ItemSteps } from "./item-steps";
import { touchLimit } from "./limit";
import type { TouchLimit } from "./limit";

/** By `item/field`: which side a person keeps where both have moved. */
export type Choices = Readonly<Record<string, "file" | "jira">>;

/** What would bring plan and Jira together, as a value: it can be shown, tested, refused, and changes nothing. */
export interface Proposal {
  readonly plan: { readonly id: string; readonly title: string };
  /** In the order they can be made: the plan, what holds others, then the rest as the file has it. */
  readonly creates: readonly Item[];
  readonly compared: readonly ItemSteps[];
  readonly edges: EdgeSteps;
  /** Work items of the plan that its file no longer names. They stay, and are reported. */
  readonly orphans: readonly HeldItem[];
  /** Items that stood in Jira when the two last agreed, and no longer do. */
  readonly gone: readonly Item[];
  readonly refusals: readonly ItemRefusal[];
  /** The steps that wait for each other; nothing can be applied while there are any. */
  readonly cycle: readonly string[] | null;
  readonly limit: TouchLimit | null;
  readonly estimate: Estimate;
  readonly native: readonly string[];
  readonly hash: string;
}

export interface Sides {
  readonly base: Base;
  readonly desired: Desired;
  readonly snapshot: Snapshot;
}

export function propose(sides: Sides, choices: Choices): Proposal {
  const { base, desired, snapshot } = sides;
  const stopped = new Set(desired.refusals.filter((one) => one.stops === "item").map((one) => one.item));
  const held = new Map(snapshot.items.map((item) => [item.id, item]));
  const known = new Set(base.items.map((item) => item.id));
  const able = desired.items.filter((item) => !stopped.has(item.id));
  const missing = able.filter((item) => !held.has(item.id));
  const isGone = (item: Item) => known.has(item.id) && choices[`${item.id}/item`] !== "file";
  const gone = missing.filter(isGone);
  const creates = inOrder(
    missing.filter((item) => !isGone(item)),
    desired,
  );
  const present = new Set([...able.filter((item) => held.has(item.id)), ...creates].map((item) => item.id));
  const edges = compareEdges(sides, { present, fresh: new Set(creates.map((item) => item.id)) });
  const memory = new Map(base.items.map((item) => [item.id, item.fields]));
  const compared = able.flatMap((item) => {
    const there = held.get(item.id);
    return there === undefined
      ? []
      : [compareItem({ item, held: there, edges, memory: memory.get(item.id) ?? {} }, choices)];
  });
  const wanted = new Set(desired.items.map((item) => item.id));
  const draft = {
    plan: { id: desired.id, title: desired.title },
    creates: creates.map((item) => ({ ...item, fields: { ...item.fields, ...derive(item, item.fields, edges) } })),
    compared,
    edges,
    gone,
    orphans: snapshot.items.filter((item) => item.ours && !wanted.has(item.id)),
    refusals: desired.refusals,
    cycle: findCycle(desired),
    native: desired.native,
  };
  const counted = { ...draft, limit: touchLimit(draft, snapshot), estimate: estimate(draft) };
  return { ...counted, hash: hashOf(counted) };
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
