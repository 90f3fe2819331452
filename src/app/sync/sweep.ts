import type { SpaceMapping } from "#domain/setup/mapping";
import { driftOf } from "#domain/sync/drift";
import type { Drift } from "#domain/sync/drift";
import type { Base, Snapshot } from "#domain/sync/item";
import type { FieldChange, JiraItem, Outside } from "../ports";
import { identityOf, snapshotAmong } from "./held";
import { fieldsByJiraName } from "./jira-names";
import { newcomersAt } from "./newcomers";
import { readItems } from "./read-items";
import type { Drifted, KeptChange, PlanRef } from "./run-ports";
import { readWatch, writeWatch } from "./watch";

/** Events say more often than they are right that something changed, so a look goes back a little further than the last one. */
const marginMs = 10 * 60_000;
/** A look at what changed lately misses what was deleted or moved away; a look at everything does not. */
const wholeEveryMs = 6 * 3_600_000;

/**
 * Looks in Jira, as the app, at what has moved since plan and Jira agreed, and writes it down. Nothing of the plan or of Jira is changed.
 * It may run twice, late, or after events were lost: what it finds depends on Jira and the memory alone.
 */
export async function sweep(ref: PlanRef, mapping: SpaceMapping, outside: Outside): Promise<void> {
  const base = await outside.runs.readBase(ref);
  if (base.items.length === 0) return;
  const watch = await readWatch(ref, outside);
  const now = outside.clock.now();
  const isWhole = now - watch.wholeAt >= wholeEveryMs || base.items.length <= fewItems;
  const ids = isWhole
    ? base.items.map(({ issue }) => issue)
    : await changedSince(ref, watch.checkedAt, { mapping, outside });
  const items = await readItems(outside.jiraAsApp, ids, mapping);
  const snapshot = namedByBase(items, base, { ref, mapping });
  const since = watch.checkedAt === null ? 0 : watch.checkedAt - marginMs;
  const seenIds = items.map(({ id }) => id);
  const changes = seenIds.length === 0 ? [] : await outside.jiraAsApp.changes(seenIds);
  const fresh = changes.filter(({ at }) => at >= since);
  const found = drifted(driftOf(base, snapshot), changes, { base, items, mapping, outside });
  const gone = isWhole ? goneOf(base, { items, mapping, now }) : [];
  const seen = isWhole ? null : snapshot.items.map(({ id }) => id);
  await outside.runs.writeDrift(ref, await keepSince(ref, [...found, ...gone], outside), seen);
  await outside.runs.keepChanges(ref, byPeople(fresh, { base, items, mapping, outside }));
  const newcomers = await newcomersAt({ base, items, mapping }, outside);
  await writeWatch(ref, { checkedAt: now, wholeAt: isWhole ? now : watch.wholeAt, newcomers }, outside);
}

/** So few that reading all of them costs one call, as looking for the changed ones would. */
const fewItems = 100;

async function changedSince(
  { plan }: PlanRef,
  checkedAt: number | null,
  { mapping, outside }: { mapping: SpaceMapping; outside: Outside },
): Promise<readonly string[]> {
  const minutes = Math.ceil((outside.clock.now() - (checkedAt ?? 0) + marginMs) / 60_000);
  return outside.jiraAsApp.findIds({ plan, kind: null, space: mapping.space.key, minutes });
}

/** Links lead to items that have not changed and were not read; the memory knows their names. */
function namedByBase(
  items: readonly JiraItem[],
  base: Base,
  { ref, mapping }: { ref: PlanRef; mapping: SpaceMapping },
): Pick<Snapshot, "items" | "edges"> {
  const known = new Map(base.items.map(({ issue, id }) => [issue, id]));
  return snapshotAmong(items, { plan: ref.plan, mapping, known });
}

interface Known {
  readonly base: Base;
  readonly items: readonly JiraItem[];
  readonly mapping: SpaceMapping;
  readonly outside: Outside;
}

function drifted(found: readonly Drift[], changes: readonly FieldChange[], known: Known): readonly Drifted[] {
  const { base, items, mapping, outside } = known;
  const names = fieldsByJiraName(mapping);
  const bases = new Map(base.items.map((item) => [item.id, item]));
  const there = new Map(items.map((item) => [item.id, item]));
  const last = new Map(inOrder(changes).map((one) => [`${one.issue}/${names.get(one.field) ?? one.field}`, one]));
  return found.flatMap((one): readonly Drifted[] => {
    const id = one.what === "field" ? one.item : one.edge.to;
    const memory = bases.get(id);
    if (memory === undefined) return [];
    const item = there.get(memory.issue);
    const change = last.get(`${memory.issue}/${one.what === "field" ? one.field : "issuelinks"}`);
    return [
      {
        item: id,
        kind: memory.kind,
        issue: memory.issue,
        key: item?.key ?? null,
        title: item?.summary ?? id,
        since: change?.at ?? item?.updatedAt ?? outside.clock.now(),
        by: change?.by || null,
        ...said(one),
      },
    ];
  });
}

function said(one: Drift): Pick<Drifted, "what" | "field" | "was" | "now"> {
  if (one.what === "field") return { what: "field", field: one.field, was: one.was, now: one.now };
  const { kind, from, to } = one.edge;
  const words = `${from} → ${to}`;
  return { what: "link", field: kind, was: one.linked ? null : words, now: one.linked ? words : null };
}

function goneOf(
  base: Base,
  { items, mapping, now }: { items: readonly JiraItem[]; mapping: SpaceMapping; now: number },
): readonly Drifted[] {
  const there = new Map(items.map((item) => [item.id, item]));
  return base.items.flatMap(({ id, kind, issue }): readonly Drifted[] => {
    const item = there.get(issue);
    const row = {
      item: id,
      kind,
      issue,
      key: item?.key ?? null,
      title: id,
      field: "item",
      was: "in the plan",
      by: null,
    };
    if (item === undefined) return [{ ...row, what: "deleted", now: null, since: now }];
    if (item.spaceId !== mapping.space.id)
      return [{ ...row, what: "moved", now: "another space", since: item.updatedAt }];
    if (identityOf(item, mapping) !== null) return [];
    return [{ ...row, what: "retyped", now: "another work type", since: item.updatedAt }];
  });
}

/** A difference stands since it was first seen, whatever has been written on the work item later. */
async function keepSince(ref: PlanRef, found: readonly Drifted[], { runs }: Outside): Promise<readonly Drifted[]> {
  const before = new Map((await runs.readDrift(ref)).map((one) => [placeOf(one), one]));
  return found.map((one) => {
    const known = before.get(placeOf(one));
    return known === undefined || known.now !== one.now ? one : { ...one, since: Math.min(known.since, one.since) };
  });
}

function placeOf({ item, what, field, was, now }: Drifted): string {
  return what === "link" ? `${item}/${field}/${was ?? ""}/${now ?? ""}` : `${item}/${what}/${field}`;
}

/** Oldest first, so that the last of a field is what stands. */
export function inOrder(changes: readonly FieldChange[]): readonly FieldChange[] {
  return changes.toSorted((a, b) => a.at - b.at);
}

/** What the app wrote stands in the runs; here is kept what people, and other apps, did. */
function byPeople(changes: readonly FieldChange[], known: Known): readonly KeptChange[] {
  const { base, items, mapping } = known;
  const names = fieldsByJiraName(mapping);
  const ids = new Map(base.items.map(({ issue, id }) => [issue, id]));
  const there = new Map(items.map((item) => [item.id, item]));
  return changes.flatMap((one): readonly KeptChange[] => {
    const [item, now] = [ids.get(one.issue), there.get(one.issue)];
    const field = names.get(one.field) ?? (one.field === "issuelinks" || one.field === "Link" ? "link" : undefined);
    if (item === undefined || now === undefined || field === undefined || one.byApp) return [];
    const { id, at, by, issue, from, to } = one;
    const who = by === "" ? null : by;
    return [{ id, at, by: who, item, issue, key: now.key, title: now.summary, field, was: from.text, now: to.text }];
  });
}
