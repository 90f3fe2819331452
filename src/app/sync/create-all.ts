import type { BaseItem, Fields } from "#domain/sync/item";
import type { CreateItems, NewItem } from "#domain/sync/operation";
import type { Created } from "../ports";
import { findMade, newestKnown } from "./find-made";
import type { Job } from "./job";
import { remember, report } from "./job";
import { inFlight } from "./in-flight";
import type { Journaled, Made } from "./run-ports";
import { isLost } from "./trouble";
import { draftsOf } from "./values";

export type CreateEntry = Journaled & { readonly operation: CreateItems };

/** Bulk creations side by side; more would only queue up at Jira. */
const atOnce = 4;
const mostTries = 3;

/** Makes the work items. Calls whose answer was lost are looked up first, so that nothing is made twice. */
export async function createAll(job: Job): Promise<void> {
  const waiting = job.journal.filter(isCreate).filter(({ state }) => state === "planned" || state === "sent");
  if (waiting.length === 0) return;
  await report(job, { doing: "Creating work items" });
  // A cancelled job makes nothing more, but it must know what it has made.
  const cancelled = job.stop === "cancelled";
  const todo = cancelled ? waiting.filter(({ state }) => state === "sent") : waiting;
  if (todo.length === 0 || job.stop === "time") return;
  const mark = await newestKnown(job);
  const stopped = () => !cancelled && job.stop !== null;
  for (const group of groups(todo, job)) {
    await inFlight(group, { most: atOnce, stopped }, (entry) => createOne(job, entry, mark));
    await report(job, {});
  }
}

function isCreate(entry: Journaled): entry is CreateEntry {
  return entry.operation.kind === "create";
}

/** Calls that may run side by side: a call waits for the one that makes the parents of its items. */
function groups(entries: readonly CreateEntry[], { issues }: Job): readonly (readonly CreateEntry[])[] {
  const made = new Set(issues.keys());
  const waits = (entry: CreateEntry) =>
    entry.operation.items.some(({ parent }) => parent !== null && !made.has(parent));
  const now = entries.filter((entry) => !waits(entry));
  const later = entries.filter(waits);
  return [now, later].filter((group) => group.length > 0);
}

async function createOne(job: Job, entry: CreateEntry, mark: number): Promise<void> {
  let current: CreateEntry = { ...entry, mark: entry.mark ?? mark };
  if (entry.state === "sent") current = await lookUp(job, current);
  if (job.stop === "cancelled") return settle(job, { ...current, state: "done" });
  for (let tries = 1; ; tries += 1) {
    await job.outside.runs.note([{ ...current, state: "sent" }]);
    try {
      return await settle(job, answered(current, await send(job, current)));
    } catch (error) {
      if (!isLost(error) || tries === mostTries) throw error;
      current = await lookUp(job, current);
    }
  }
}

async function lookUp(job: Job, entry: CreateEntry): Promise<CreateEntry> {
  const found = await findMade(job, entry);
  return { ...entry, made: [...entry.made, ...found] };
}

async function send(job: Job, entry: CreateEntry): Promise<readonly Created[]> {
  const { mapping, issues, run, outside } = job;
  const made = new Set(entry.made.map(({ item }) => item));
  const items = entry.operation.items.filter(({ item }) => !made.has(item));
  if (items.length === 0) return [];
  return outside.jiraAsApp.createItems(
    draftsOf({ kind: "create", items }, { plan: run.plan, mapping, issues }),
    mapping,
  );
}

function answered(entry: CreateEntry, answers: readonly Created[]): CreateEntry {
  const titles = new Map(entry.operation.items.map(({ item, title }) => [item, title]));
  const title = (item: string) => titles.get(item) ?? item;
  const made = answers.flatMap((answer): readonly Made[] =>
    answer.kind === "created" ? [{ item: answer.item, title: title(answer.item), id: answer.id, key: answer.key }] : [],
  );
  const failures = answers.flatMap((answer) =>
    answer.kind === "failed"
      ? [{ item: answer.item, title: title(answer.item), message: answer.message, mend: answer.mend }]
      : [],
  );
  return { ...entry, state: "done", made: [...entry.made, ...made], failures };
}

async function settle(job: Job, entry: CreateEntry): Promise<void> {
  for (const { item, id } of entry.made) job.issues.set(item, id);
  const made = new Map(entry.made.map((one) => [one.item, one.id]));
  const assigned = await assignedBy(job, entry);
  const items = entry.operation.items.flatMap((item): readonly BaseItem[] => {
    const issue = made.get(item.item);
    if (issue === undefined) return [];
    const fields = agreedOf(item, assigned.get(issue) ?? null);
    return [{ id: item.item, kind: item.kind, issue, fields }];
  });
  await remember(job, { items });
  await job.outside.runs.note([entry]);
  job.run = { ...job.run, done: job.run.done + 1 };
}

/**
 * Whom the space itself has given the new work items to, where the plan names nobody. It is no news from Jira's side, now or later, so
 * it is remembered as agreed. One look at a first work item tells whether the space does so at all.
 */
async function assignedBy(job: Job, { made, operation }: CreateEntry): Promise<ReadonlyMap<string, string>> {
  const unnamed = new Set(operation.items.filter(({ fields }) => fields["assignee"] === null).map(({ item }) => item));
  const ids = made.filter(({ item }) => unnamed.has(item)).map(({ id }) => id);
  if (ids.length === 0 || job.spaceAssigns === "never") return new Map();
  const items = await job.outside.jiraAsApp.fetchItems(ids, job.mapping);
  const assigned = items.flatMap(({ id, assignee }) => (assignee === null ? [] : [[id, assignee.accountId] as const]));
  if (items.length > 0 && assigned.length === 0) job.spaceAssigns = "never";
  return new Map(assigned);
}

function agreedOf({ fields, details }: NewItem, assigned: string | null): BaseItem["fields"] {
  const all: Fields = { ...fields, ...details };
  const same = Object.fromEntries(Object.entries(all).map(([field, value]) => [field, { plan: value, jira: value }]));
  return assigned === null ? same : { ...same, assignee: { plan: null, jira: assigned } };
}
