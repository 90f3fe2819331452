import type { BaseEdge, BaseItem, Fields } from "#domain/sync/item";
import type { UpdateItem } from "#domain/sync/operation";
import type { JiraItem } from "../ports";
import { findMade } from "./find-made";
import { heldItem, kindOfLink } from "./held";
import type { Job } from "./job";
import { remember, report } from "./job";
import type { Journaled } from "./run-ports";
import { inFlight } from "./in-flight";
import { readItems } from "./read-items";
import { subject } from "./send-all";
import { changeBack } from "./values";

/** Takes back what a run wrote, last things first, as far as Jira still holds exactly that; what people changed since stays. */
export async function undoAll(job: Job): Promise<void> {
  const entries = await sentEntries(job);
  const held = await readHeld(job, entries);
  await report(job, { doing: "Taking the run back", total: entries.length, done: 0 });
  for (const kind of backwards) {
    const group = entries.filter(({ operation }) => operation.kind === kind);
    await inFlight(group, { most: atOnce, stopped: () => job.stop !== null }, async (entry) => {
      const kept = await undoOne(job, entry, held);
      await job.outside.runs.note([{ ...entry, state: kept.length === 0 ? "undone" : "kept", failures: kept }]);
      job.run = { ...job.run, done: job.run.done + 1 };
      if (job.run.done % 50 === 0) await report(job, {});
    });
  }
}

const atOnce = 8;
/** Values are put back before links are taken away, and those before their items. */
const backwards = ["update", "unlink", "link", "create"] as const;

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

type Held = ReadonlyMap<string, JiraItem>;
type Kept = Journaled["failures"];

async function readHeld({ outside, mapping, issues }: Job, entries: readonly Journaled[]): Promise<Held> {
  const ids = entries.flatMap(({ operation, made }): readonly (string | undefined)[] => {
    if (operation.kind === "create") return made.map(({ id }) => id);
    return operation.kind === "update" ? [operation.issue] : [issues.get(operation.edge.from)];
  });
  const known = [...new Set(ids.filter((id) => id !== undefined))];
  const items = await readItems(outside.jiraAsApp, known, mapping);
  return new Map(items.map((item) => [item.id, item]));
}

async function undoOne(job: Job, entry: Journaled, held: Held): Promise<Kept> {
  const { operation } = entry;
  const jira = job.outside.jiraAsApp;
  switch (operation.kind) {
    case "create":
      return deleteMade(job, entry, held);
    case "update":
      return putBack(job, operation, held);
    case "link": {
      const from = held.get(job.issues.get(operation.edge.from) ?? "");
      const other = job.issues.get(operation.edge.to);
      const link = from?.links.find(
        (one) =>
          kindOfLink(one.type, job.mapping) === operation.edge.kind && one.end === "from" && one.other.id === other,
      );
      if (link !== undefined) await jira.unlink(link.id);
      await remember(job, { edges: [edgeBack(operation.edge, null)] });
      return [];
    }
    case "unlink": {
      const [from, to] = [job.issues.get(operation.edge.from), job.issues.get(operation.edge.to)];
      if (from !== undefined && to !== undefined) await jira.link(job.mapping.links[operation.edge.kind], from, to);
      await remember(job, { edges: [edgeBack(operation.edge, "linked")] });
      return [];
    }
  }
}

function edgeBack(edge: Omit<BaseEdge, "plan" | "jira">, state: "linked" | null): BaseEdge {
  return { ...edge, plan: state, jira: state };
}

async function deleteMade(job: Job, entry: Journaled, held: Held): Promise<Kept> {
  const items = entry.operation.kind === "create" ? entry.operation.items : [];
  const kept: Kept[number][] = [];
  for (const made of entry.made) {
    const item = held.get(made.id);
    const wrote = items.find((one) => one.item === made.item);
    if (wrote === undefined) continue;
    if (
      item !== undefined &&
      changed(heldItem(item, wrote.kind, job.mapping).fields, { ...wrote.fields, ...wrote.details })
    ) {
      kept.push({ item: made.item, title: made.title, ...changedSince(made.key) });
      continue;
    }
    if (item !== undefined) await job.outside.jiraAsApp.deleteItem(made.id);
    job.memory.delete(made.item);
    await remember(job, { lostItems: [made.item] });
  }
  return kept;
}

async function putBack(job: Job, operation: UpdateItem, held: Held): Promise<Kept> {
  const item = held.get(operation.issue);
  if (item === undefined) return [{ ...subject(operation), ...changedSince(operation.item) }];
  const fields = heldItem(item, operation.itemKind, job.mapping).fields;
  if (changed(fields, { ...operation.fields, ...operation.details })) {
    return [{ ...subject(operation), ...changedSince(item.key) }];
  }
  await job.outside.jiraAsApp.updateItem(operation.issue, changeBack(operation), job.mapping);
  const before = job.memory.get(operation.item);
  const was: Fields = { ...operation.was, ...operation.detailsWere };
  const back = Object.keys(operation.agreed).map((field) => [
    field,
    { plan: was[field] ?? null, jira: was[field] ?? null },
  ]);
  const restored: BaseItem = {
    id: operation.item,
    kind: operation.itemKind,
    issue: operation.issue,
    fields: { ...before?.fields, ...Object.fromEntries(back) },
  };
  await remember(job, { items: [restored] });
  return [];
}

function changed(now: Fields, wrote: Fields): boolean {
  return Object.entries(wrote).some(([field, value]) => (now[field] ?? null) !== value);
}

function changedSince(key: string) {
  return {
    message: `${key} has been changed since this run wrote it, so it stays as it is.`,
    mend: `Open ${key} and take back by hand what should go.`,
  };
}
