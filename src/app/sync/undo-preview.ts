import type { UndoView } from "#contract/sync";
import type { Outside } from "../ports";
import { mayDo } from "./may-write";
import { findRun } from "./run-view";
import { mappingOf } from "./space-mapping";
import { keptOf, readHeld } from "./undo-check";

/** What taking a run back would do now, and what it can no longer take back. Changes nothing. */
export async function undoPreview({ run: id }: { readonly run: string }, outside: Outside): Promise<UndoView> {
  const run = await findRun(id, outside);
  await mayDo(outside.jira, { accountId: outside.who.accountId, spaceId: run.space }, ["EDIT_ISSUES"]);
  const [mapping, base, journal] = await Promise.all([
    mappingOf(outside.settings, { id: run.space, key: "" }),
    outside.runs.readBase(run),
    outside.runs.journal(run.id),
  ]);
  const entries = journal.filter(({ state }) => state === "done" || state === "sent");
  const issues = new Map([
    ...base.items.map(({ id: item, issue }) => [item, issue] as const),
    ...entries.flatMap(({ made }) => made.map(({ item, id: issue }) => [item, issue] as const)),
  ]);
  const job = { outside, mapping, issues };
  const held = await readHeld(job, entries);
  const kept = entries.flatMap((entry) => keptOf(job, entry, held));
  const count = (...kinds: readonly string[]) =>
    entries.filter(({ operation }) => kinds.includes(operation.kind)).length;
  const made = entries.flatMap(({ made: all }) => all).filter(({ id: issue }) => held.has(issue));
  const keptItems = new Set(kept.map(({ item }) => item));
  return {
    restores: count("update", "release", "close", "unlink") - kept.filter(({ item }) => !isMade(item)).length,
    deletes: made.filter(({ item }) => !keptItems.has(item)).length,
    unlinks: count("link"),
    kept,
  };

  function isMade(item: string): boolean {
    return made.some((one) => one.item === item);
  }
}
