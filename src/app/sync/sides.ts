import type { Plan } from "#domain/plan/plan";
import type { SpaceMapping } from "#domain/setup/mapping";
import type { Base, HeldItem, Snapshot } from "#domain/sync/item";
import type { Sides } from "#domain/sync/propose";
import type { Jira, Outside } from "../ports";
import { desiredOf, planItemId } from "./desired";
import { heldItem, identityOf, snapshotOf } from "./held";
import { typeIds } from "./space-mapping";
import { findPeople } from "./people";
import { readItems } from "./read-items";

/** The three sides of a comparison: what was agreed, what the file says, what Jira holds as this person sees it. */
export async function readSides(plan: Plan, mapping: SpaceMapping, outside: Outside): Promise<Sides> {
  const base = await outside.runs.readBase({ space: mapping.space.id, plan: plan.id });
  const [snapshot, people] = await Promise.all([
    readSnapshot(plan, { base, mapping, jira: outside.jira }),
    findPeople(plan, outside, mapping.space),
  ]);
  return { base, snapshot, desired: desiredOf(plan, { mapping, people, snapshot }) };
}

interface Reading {
  readonly base: Base;
  readonly mapping: SpaceMapping;
  readonly jira: Jira;
}

/**
 * Whatever we have met before is read by id, because the search index may be behind. The search is asked only when the plan names an
 * item we have not met: somebody may have made it from elsewhere.
 */
async function readSnapshot(plan: Plan, { base, mapping, jira }: Reading): Promise<Snapshot> {
  const met = new Set(base.items.map((item) => item.id));
  const named = [planItemId, ...[...plan.steps, ...plan.risks, ...plan.rollbacks].map((item) => item.id)];
  const found = named.every((id) => met.has(id))
    ? []
    : await jira.findIds({ plan: plan.id, kind: null, space: mapping.space.key, types: typeIds(mapping) });
  const ids = [...new Set([...base.items.map((item) => item.issue), ...found])];
  const items = await readItems(jira, ids, mapping);
  const snapshot = snapshotOf(items, plan.id, mapping);
  const adopted = await readAdopted(plan, snapshot, { mapping, jira });
  return { ...snapshot, items: [...snapshot.items, ...adopted] };
}

/** Existing work items that the file names by key, where the plan does not hold the item yet. */
async function readAdopted(
  plan: Plan,
  snapshot: Snapshot,
  { mapping, jira }: Omit<Reading, "base">,
): Promise<readonly HeldItem[]> {
  const held = new Set(snapshot.items.map((item) => item.id));
  const taken = new Set(snapshot.items.map((item) => item.key));
  const wanted = [
    ...plan.steps.map((step) => ({ ...step, kind: "step" as const })),
    ...plan.risks.map((risk) => ({ ...risk, kind: "risk" as const })),
    ...plan.rollbacks.map((rollback) => ({ ...rollback, kind: "rollback" as const })),
  ].filter((item) => item.key !== null && !held.has(item.id) && !taken.has(item.key));
  const keys = wanted.flatMap((item) => item.key ?? []);
  const items = keys.length === 0 ? [] : await jira.fetchItems(keys, mapping);
  return wanted.flatMap((want): readonly HeldItem[] => {
    const item = items.find((one) => one.key === want.key);
    if (item === undefined || item.spaceId !== mapping.space.id || item.typeId !== mapping.types[want.kind].id)
      return [];
    if (identityOf(item, mapping) !== null) return [];
    return [{ ...heldItem(item, want.kind, mapping), id: want.id, ours: false }];
  });
}
