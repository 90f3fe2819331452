import type { Plan } from "#domain/plan/plan";
import type { SpaceMapping } from "#domain/setup/mapping";
import type { Base, ItemRefusal, Snapshot, Stray } from "#domain/sync/item";
import type { Sides } from "#domain/sync/propose";
import type { Outside } from "../ports";
import { readAdopted } from "./adopted";
import type { Taken } from "./adopted";
import { desiredOf, planItemId } from "./desired";
import { edgesAmong, heldItem, named, snapshotOf } from "./held";
import { hiddenFrom } from "./hidden";
import { keepHead } from "./keep-head";
import { typeIds } from "./space-mapping";
import { findPeople } from "./people";
import { readItems } from "./read-items";

/** The three sides of a comparison: what was agreed, what the file says, what Jira holds as this person sees it. */
export async function readSides(plan: Plan, mapping: SpaceMapping, outside: Outside): Promise<Sides> {
  const base = await outside.runs.readBase({ space: mapping.space.id, plan: plan.id });
  const [{ snapshot, refusals }, { people, suggestions }] = await Promise.all([
    readSnapshot(plan, { base, mapping, outside }),
    findPeople(plan, outside, mapping.space),
  ]);
  const desired = desiredOf(plan, { mapping, people, suggestions, snapshot });
  return { base, snapshot, desired: { ...desired, refusals: [...desired.refusals, ...refusals] } };
}

interface Reading {
  readonly base: Base;
  readonly mapping: SpaceMapping;
  readonly outside: Outside;
}

interface Read {
  readonly snapshot: Snapshot;
  readonly refusals: readonly ItemRefusal[];
}

/**
 * Whatever we have met before is read by id, because the search index may be behind. The search is asked only when the plan names an
 * item we have not met: somebody may have made it from elsewhere.
 */
async function readSnapshot(plan: Plan, { base, mapping, outside }: Reading): Promise<Read> {
  const { jira } = outside;
  const met = new Set(base.items.map((item) => item.id));
  const named = [planItemId, ...[...plan.steps, ...plan.risks, ...plan.rollbacks].map((item) => item.id)];
  const found = named.every((id) => met.has(id))
    ? []
    : await jira.findIds({ plan: plan.id, kind: null, space: mapping.space.key, types: typeIds(mapping) });
  const ids = [...new Set([...base.items.map((item) => item.issue), ...found])];
  const issue = base.items.find(({ id }) => id === planItemId)?.issue;
  const items = keepHead(await readItems(jira, ids, mapping), { plan: plan.id, issue });
  const snapshot = snapshotOf(items, plan.id, mapping);
  const taken = { base, items, snapshot, mapping };
  const { adopted, refusals } = await readAdopted(plan, taken, jira);
  const hidden = await hiddenFrom(plan, taken, outside);
  return {
    snapshot: withStrays({ ...snapshot, items: [...snapshot.items, ...adopted] }, taken),
    refusals: [...refusals, ...hidden],
  };
}

/** Those that have left count with the links they still have: one that is brought back has lost none. */
function withStrays(snapshot: Snapshot, taken: Taken): Snapshot {
  const strays = straysOf(taken);
  const back = strays.flatMap(({ held }) => held ?? []);
  if (back.length === 0) return { ...snapshot, strays };
  const { items, mapping } = taken;
  const names = new Map([...snapshot.items.filter(({ ours }) => ours), ...back].map(({ issue, id }) => [issue, id]));
  const all = items.flatMap((item) => {
    const id = names.get(item.id);
    return id === undefined ? [] : [{ id, item }];
  });
  return { ...snapshot, strays, edges: edgesAmong(all, { names, mapping }) };
}

/** Work items the two once agreed on, which are there and no longer fit. */
function straysOf({ base, items, snapshot, mapping }: Taken): readonly Stray[] {
  const held = new Set(snapshot.items.map((item) => item.id));
  const there = new Map(items.map((item) => [item.id, item]));
  return base.items.flatMap(({ id, kind, issue }): readonly Stray[] => {
    const item = there.get(issue);
    if (held.has(id) || item === undefined) return [];
    if (item.spaceId !== mapping.space.id) return [{ id, why: "moved", held: null }];
    if (item.typeId === mapping.types[kind].id) return [{ id, why: "released", held: null }];
    const names = new Map(base.items.map((one) => [one.issue, one.id]));
    return [{ id, why: "retyped", held: { ...named(heldItem(item, kind, mapping), names), id, ours: true } }];
  });
}
