import type { BaseEdge, BaseItem, Fields } from "#domain/sync/item";
import type { AddLink, CloseItem, ReleaseItem, RemoveLink, UpdateItem } from "#domain/sync/operation";
import { itemProperty } from "./details";
import { findMade } from "./find-made";
import { kindOfLink } from "./held";
import type { Job } from "./job";
import { remember, report } from "./job";
import type { Failure, Journaled } from "./run-ports";
import { inFlight } from "./in-flight";
import { Refusal } from "../refusal";
import { subject } from "./send-all";
import { isLost, parkedUntil } from "./trouble";
import { keptOf, keptWhole, readHeld } from "./undo-check";
import type { Held } from "./undo-check";
import { changeBack, identityProperty } from "./values";

/** Takes back what a run wrote, last things first, as far as Jira still holds exactly that; what people changed since stays. */
export async function undoAll(job: Job): Promise<void> {
  const entries = await sentEntries(job);
  const held = await readHeld(job, entries);
  await report(job, { doing: "Taking the run back", total: entries.length, done: 0 });
  for (const group of inTurn(entries)) {
    await inFlight(group, { most: atOnce, stopped: () => job.stop !== null }, async (entry) => {
      const kept = await undoOrKeep(job, entry, held);
      await job.outside.runs.note([{ ...entry, state: kept.length === 0 ? "undone" : "kept", failures: kept }]);
      job.run = { ...job.run, done: job.run.done + 1 };
      if (job.run.done % 50 === 0) await report(job, {});
    });
  }
}

const atOnce = 8;
/** Values are put back before links are taken away, and those before their items. */
const backwards = ["release", "close", "update", "unlink", "link"] as const;

/** Jira deletes nothing that still holds sub-tasks, so what hangs under others goes before them. */
function inTurn(entries: readonly Journaled[]): readonly (readonly Journaled[])[] {
  const hangs = ({ operation }: Journaled) =>
    operation.kind === "create" && operation.items.some(({ parent }) => parent !== null);
  const made = entries.filter(({ operation }) => operation.kind === "create");
  return [
    ...backwards.map((kind) => entries.filter(({ operation }) => operation.kind === kind)),
    made.filter(hangs),
    made.filter((entry) => !hangs(entry)),
  ];
}

/** What Jira refuses to take back is named, and the rest goes on; a spent quota or a silent Jira stops the whole job. */
async function undoOrKeep(job: Job, entry: Journaled, held: Held): Promise<Kept> {
  try {
    return await undoOne(job, entry, held);
  } catch (error) {
    if (!(error instanceof Refusal) || parkedUntil(error) !== null || isLost(error)) throw error;
    return [{ ...subject(entry.operation), message: error.message, mend: error.mend }];
  }
}

/** A creation that never got its answer may still have made something. */
async function sentEntries(job: Job): Promise<readonly Journaled[]> {
  const sent = job.journal.filter(({ state }) => state === "done" || state === "sent").toReversed();
  return Promise.all(
    sent.map(async (entry) => {
      const { operation } = entry;
      if (entry.state !== "sent" || operation.kind !== "create") return entry;
      return { ...entry, made: [...entry.made, ...(await findMade(job, { ...entry, operation }))] };
    }),
  );
}

type Kept = readonly Failure[];

async function undoOne(job: Job, entry: Journaled, held: Held): Promise<Kept> {
  const { operation } = entry;
  const kept = keptOf(job, entry, held);
  if (operation.kind === "create") return deleteMade(job, entry, { held, kept });
  if (kept.length > 0) return kept;
  switch (operation.kind) {
    case "update":
      return putBack(job, operation);
    case "release":
      return takeIn(job, operation);
    case "close":
      return reopen(job, operation, held);
    case "link":
      return unlink(job, operation, held);
    case "unlink":
      return linkAgain(job, operation);
  }
}

async function unlink(job: Job, { edge }: AddLink, held: Held): Promise<Kept> {
  const from = held.get(job.issues.get(edge.from) ?? "");
  const other = job.issues.get(edge.to);
  const link = from?.links.find(
    (one) => kindOfLink(one.type, job.mapping) === edge.kind && one.end === "from" && one.other.id === other,
  );
  if (link !== undefined) await job.outside.jiraAsApp.unlink(link.id);
  await remember(job, { edges: [edgeBack(edge, null)] });
  return [];
}

async function linkAgain(job: Job, { edge }: RemoveLink): Promise<Kept> {
  const [from, to] = [job.issues.get(edge.from), job.issues.get(edge.to)];
  if (from !== undefined && to !== undefined) {
    await job.outside.jiraAsApp.link(job.mapping.links[edge.kind], from, to);
  }
  await remember(job, { edges: [edgeBack(edge, "linked")] });
  return [];
}

function edgeBack(edge: Omit<BaseEdge, "plan" | "jira">, state: "linked" | null): BaseEdge {
  return { ...edge, plan: state, jira: state };
}

async function takeIn(job: Job, { item, itemKind, issue, agreed }: ReleaseItem): Promise<Kept> {
  const identity = identityProperty(job.run.plan, item, itemKind)[itemProperty];
  await job.outside.jiraAsApp.writeProperty(issue, itemProperty, identity);
  job.issues.set(item, issue);
  await remember(job, { items: [{ id: item, kind: itemKind, issue, fields: agreed }] });
  return [];
}

async function reopen(job: Job, operation: CloseItem, held: Held): Promise<Kept> {
  const { issue, statusWas } = operation;
  if (held.get(issue)?.status.id === statusWas) return [];
  const moved = await job.outside.jiraAsApp.moveTo(issue, statusWas);
  return moved === "moved" ? [] : [keptWhole(operation, held.get(issue))];
}

async function deleteMade(job: Job, { made }: Journaled, { held, kept }: { held: Held; kept: Kept }): Promise<Kept> {
  const stays = new Set(kept.map(({ item }) => item));
  for (const { item, id } of made) {
    if (stays.has(item)) continue;
    if (held.has(id)) await job.outside.jiraAsApp.deleteItem(id);
    job.memory.delete(item);
    await remember(job, { lostItems: [item] });
  }
  return kept;
}

async function putBack(job: Job, operation: UpdateItem): Promise<Kept> {
  const writing = { plan: job.run.plan, mapping: job.mapping, issues: job.issues };
  await job.outside.jiraAsApp.updateItem(operation.issue, changeBack(operation, writing), job.mapping);
  const before = job.memory.get(operation.item);
  const was: Fields = { ...operation.was, ...operation.detailsWere };
  const back = Object.keys(operation.agreed).map((field) => [
    field,
    { plan: was[field] ?? null, jira: was[field] ?? null },
  ]);
  const restored: BaseItem = {
    id: operation.item,
    kind: operation.kindWas ?? operation.itemKind,
    issue: operation.issue,
    fields: { ...before?.fields, ...Object.fromEntries(back) },
  };
  await remember(job, { items: [restored] });
  return [];
}
