import type { Agreed, BaseEdge, BaseItem } from "#domain/sync/item";
import type { AddLink, CloseItem, Operation, UpdateItem } from "#domain/sync/operation";
import { Refusal } from "../refusal";
import { inFlight } from "./in-flight";
import type { Job } from "./job";
import { remember, report } from "./job";
import type { Journaled } from "./run-ports";
import { isLost, parkedUntil } from "./trouble";
import { itemProperty } from "./details";
import { changeOf } from "./values";

/** As many calls as Jira's burst limits and its advice for apps bear. */
const atOnce = 8;
/** So many answers are written down together; a person watching sees the job move every second or so. */
const batch = 100;

/** Sends links, unlinks and new values. All of these may be sent twice without harm, so after a break they simply are. */
export async function sendAll(job: Job): Promise<void> {
  const waiting = job.journal.filter(({ operation, state }) => operation.kind !== "create" && isOpen(state));
  if (waiting.length === 0) return;
  await report(job, { doing: "Linking and updating work items" });
  await job.outside.runs.note(waiting.map((entry) => ({ ...entry, state: "sent" })));
  const answered: Journaled[] = [];
  const write = async () => {
    const entries = answered.splice(0);
    await remember(job, memoryOf(entries, job));
    await job.outside.runs.note(entries);
    await report(job, { done: job.run.done + entries.length });
  };
  try {
    await inFlight(waiting, { most: atOnce, stopped: () => job.stop !== null }, async (entry) => {
      answered.push(await sendOne(job, entry));
      if (answered.length >= batch) await write();
    });
  } finally {
    await write();
  }
}

function isOpen(state: Journaled["state"]): boolean {
  return state === "planned" || state === "sent";
}

async function sendOne(job: Job, entry: Journaled): Promise<Journaled> {
  // What keeps a work item from being made is named with the item; its links need no complaint of their own.
  if (lacksEnd(job, entry.operation)) return { ...entry, state: "failed" };
  try {
    await send(job, entry.operation);
    return { ...entry, state: "done" };
  } catch (error) {
    // What Jira refuses is named and the rest goes on; a spent quota or a silent Jira stops the whole job.
    if (!(error instanceof Refusal) || parkedUntil(error) !== null || isLost(error)) throw error;
    const failure = { ...subject(entry.operation), message: error.message, mend: error.mend };
    return { ...entry, state: "failed", failures: [failure] };
  }
}

async function send(job: Job, operation: Operation): Promise<void> {
  const { jiraAsApp } = job.outside;
  if (operation.kind === "link") return sendLink(job, operation);
  if (operation.kind === "unlink") return jiraAsApp.unlink(operation.link);
  if (operation.kind === "update") {
    const writing = { plan: job.run.plan, mapping: job.mapping, issues: job.issues };
    return jiraAsApp.updateItem(operation.issue, changeOf(operation, writing), job.mapping);
  }
  if (operation.kind === "release") return jiraAsApp.removeProperty(operation.issue, itemProperty);
  if (operation.kind === "close") return close(job, operation);
}

async function close({ outside }: Job, { issue, title }: CloseItem): Promise<void> {
  if ((await outside.jiraAsApp.finish(issue)) === "moved") return;
  throw new Refusal("jira_refused", {
    message: `No transition leads “${title}” to a status that counts as done.`,
    mend: "Close it by hand where its workflow allows it.",
  });
}

function lacksEnd({ issues }: Job, operation: Operation): boolean {
  return operation.kind === "link" && !(issues.has(operation.edge.from) && issues.has(operation.edge.to));
}

async function sendLink({ issues, mapping, outside }: Job, { edge }: AddLink): Promise<void> {
  const [from, to] = [issues.get(edge.from), issues.get(edge.to)];
  if (from !== undefined && to !== undefined) await outside.jiraAsApp.link(mapping.links[edge.kind], from, to);
}

export function subject(operation: Operation): { readonly item: string; readonly title: string } {
  if (operation.kind === "create")
    return { item: operation.items[0]?.item ?? "", title: operation.items[0]?.title ?? "" };
  if (operation.kind !== "link" && operation.kind !== "unlink") return { item: operation.item, title: operation.title };
  const { from, to, kind } = operation.edge;
  return { item: to, title: `Link “${kind}” from ${from} to ${to}` };
}

function memoryOf(entries: readonly Journaled[], { memory }: Job) {
  const done = entries.filter(({ state }) => state === "done").map(({ operation }) => operation);
  const edges = done.flatMap((operation): readonly BaseEdge[] => {
    if (operation.kind === "link") return [{ ...operation.edge, plan: "linked", jira: "linked" }];
    return operation.kind === "unlink" ? [{ ...operation.edge, plan: null, jira: null }] : [];
  });
  const items = done.flatMap((operation) => (operation.kind === "update" ? [updated(operation, memory)] : []));
  const lostItems = done.flatMap((operation) => (operation.kind === "release" ? [operation.item] : []));
  return { edges, items, lostItems };
}

function updated(operation: UpdateItem, memory: ReadonlyMap<string, BaseItem>): BaseItem {
  const fields: Record<string, Agreed> = { ...memory.get(operation.item)?.fields, ...operation.agreed };
  return { id: operation.item, kind: operation.itemKind, issue: operation.issue, fields };
}
