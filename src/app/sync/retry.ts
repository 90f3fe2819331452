import type { RunView } from "#contract/sync";
import type { Fields } from "#domain/sync/item";
import type { Operation, UpdateItem } from "#domain/sync/operation";
import type { JiraItem, Outside } from "../ports";
import { Refusal } from "../refusal";
import { refuseIfBusy } from "./apply";
import { heldItem } from "./held";
import { mayWrite } from "./may-write";
import { readItems } from "./read-items";
import type { Journaled } from "./run-ports";
import { findRun, isOver, runView } from "./run-view";
import type { SpaceMapping } from "#domain/setup/mapping";
import { mappingOf } from "./space-mapping";

/** A run of nothing but what failed in an earlier one, with the links that waited for it. */
export async function retryRun({ run: id }: { readonly run: string }, outside: Outside): Promise<RunView> {
  const failed = await findRun(id, outside);
  if (!isOver(failed) || failed.direction === "undo") {
    throw new Refusal("busy", {
      message: failed.direction === "undo" ? "This run was taken back." : "This run is still at work.",
      mend: "Look at the proposal again and apply it.",
    });
  }
  await mayWrite(outside.jira, { accountId: outside.who.accountId, spaceId: failed.space });
  const mapping = await mappingOf(outside.settings, { id: failed.space, key: "" });
  const calls = await openCalls(await outside.runs.journal(failed.id), mapping, outside);
  if (calls.length === 0) {
    throw new Refusal("stale", {
      message: "Nothing of this run is left to try again: what failed has changed since.",
      mend: "Look at the proposal again and apply it.",
    });
  }
  const fresh = { state: "queued", doing: "Waiting to start", done: 0, points: 0, until: null } as const;
  const who = { id: outside.newId(), by: outside.who.accountId, undoBy: null, startedAt: outside.clock.now() };
  const run = { ...failed, ...fresh, ...who, total: calls.length, cancelled: false };
  await refuseIfBusy(run, outside);
  await outside.runs.start(run, calls);
  await outside.queue.push(run.id, 0);
  return runView(run, outside);
}

async function openCalls(
  journal: readonly Journaled[],
  mapping: SpaceMapping,
  outside: Outside,
): Promise<readonly Operation[]> {
  const calls = journal.flatMap(leftOf);
  const updates = calls.filter((call) => call.kind === "update");
  const items = await readItems(
    outside.jiraAsApp,
    updates.map(({ issue }) => issue),
    mapping,
  );
  const held = new Map(items.map((item) => [item.id, item]));
  // A value somebody has written since is not overwritten by a late second try: the next proposal asks.
  return calls.filter((call) => call.kind !== "update" || stands(call, held.get(call.issue), mapping));
}

function leftOf({ state, operation, failures }: Journaled): readonly Operation[] {
  if (operation.kind !== "create") return state === "failed" ? [operation] : [];
  const names = new Set(failures.map(({ item }) => item));
  const items = operation.items.filter(({ item }) => names.has(item));
  return items.length === 0 ? [] : [{ kind: "create", items }];
}

function stands(update: UpdateItem, item: JiraItem | undefined, mapping: SpaceMapping): boolean {
  if (item === undefined) return false;
  const now = heldItem(item, update.kindWas ?? update.itemKind, mapping).fields;
  const was: Fields = { ...update.was, ...update.detailsWere };
  return Object.entries(was).every(([field, value]) => field === "under" || (now[field] ?? null) === value);
}
