import { keptNotices, dueNotices } from "#domain/rollback/announce";
import { runsOf } from "#domain/rollback/run";
import type { Run } from "#domain/rollback/run";
import type { SpaceMapping } from "#domain/setup/mapping";
import { toDocument } from "#domain/sync/document";
import type { Created, Draft, JiraItem } from "../ports";
import type { RollbackOutside } from "./rollback-ports";
import type { OneRollback } from "./open-rollbacks";
import type { KeptNotice } from "./read-log";
import { readLog } from "./read-log";
import { z } from "zod";

export const noticeProperty = "uptake.notice";

const marked = z.object({ key: z.string() });
/** How many keys are looked through at once for what a lost call has made. */
const block = 100;
const leaseMs = 30_000;

/**
 * The tasks to tell people, once for each audience (M12). Each is written down with its audience first and made in Jira after, by one
 * worker at a time; what was made by a call whose answer was lost is found by the mark inside it and not made again.
 */
export async function announce(open: OneRollback, runId: string, outside: RollbackOutside): Promise<void> {
  const run = runsOf(open.log.runs).find((one) => one.run === runId);
  if (run === undefined) return;
  await writeDown(open, run, outside);
  const lease = { name: `notices:${open.ref.space}:${open.ref.plan}`, holder: outside.newId() };
  const now = outside.clock.now();
  if (!(await outside.runs.hold({ ...lease, now, until: now + leaseMs }))) return;
  try {
    await makeTasks(open, runId, outside);
  } finally {
    await outside.runs.letGo(lease.name, lease.holder);
  }
}

/** Whether people are still to be told of a run. */
export function hasOpenTasks({ log }: OneRollback, run: string): boolean {
  return log.notices.some((notice) => notice.run === run && !log.tasks.has(notice.key));
}

async function writeDown({ rollback, log, ref, found }: OneRollback, run: Run, outside: RollbackOutside) {
  const names = [...new Set(rollback.communication.map(({ audience }) => audience.trim()))];
  const members = new Map(
    await Promise.all(names.map(async (name) => [name, await outside.audience(ref.plan, name)] as const)),
  );
  const occasion = { run: run.run, at: run.startedAt, members: (name: string) => members.get(name.trim()) ?? [] };
  const due = dueNotices(rollback, keptNotices(log.notices), occasion);
  if (due.length === 0) return;
  const mark = await outside.jiraAsApp.newestNumber(found.mapping.space.key);
  const more = { run: run.run, mark, rehearsal: run.purpose === "rehearsal" };
  const entries = due.map(({ key, at, ...notice }) => ({ id: key, at, body: { ...notice, ...more } }));
  await outside.log.append(ref, "notice", entries);
}

async function makeTasks(open: OneRollback, run: string, outside: RollbackOutside): Promise<void> {
  const { ref, found } = open;
  const { notices, tasks } = await readLog(outside.log, ref);
  const missing = notices.filter((notice) => notice.run === run && !tasks.has(notice.key));
  if (missing.length === 0) return;
  const there = await findMade(open, missing, outside);
  const drafts = await Promise.all(
    missing.filter(({ key }) => !there.has(key)).map((notice) => draftOf(open, notice, outside)),
  );
  const made = drafts.length === 0 ? [] : await outside.jiraAsApp.createItems(drafts, found.mapping);
  const entries = [
    ...[...there].map(([id, { key, id: issue }]) => ({ id, key, issue })),
    ...made.filter(isMade).map(({ item, key, id: issue }) => ({ id: item, key, issue })),
  ];
  const at = outside.clock.now();
  await outside.log.append(
    ref,
    "task",
    entries.map(({ id, ...body }) => ({ id, at, body })),
  );
}

function isMade(created: Created): created is Extract<Created, { kind: "created" }> {
  return created.kind === "created";
}

async function findMade(
  { found }: OneRollback,
  missing: readonly KeptNotice[],
  outside: RollbackOutside,
): Promise<ReadonlyMap<string, JiraItem>> {
  const wanted = new Set(missing.map(({ key }) => key));
  const there = new Map<string, JiraItem>();
  for (let from = Math.min(...missing.map(({ mark }) => mark)) + 1; ; from += block) {
    const keys = Array.from({ length: block }, (_, at) => `${found.mapping.space.key}-${from + at}`);
    const items = await outside.jiraAsApp.fetchItems(keys, found.mapping, [noticeProperty]);
    for (const item of items) {
      const mark = marked.safeParse(item.properties[noticeProperty]).data;
      if (mark !== undefined && wanted.has(mark.key) && !there.has(mark.key)) there.set(mark.key, item);
    }
    if (items.length === 0) return there;
  }
}

/** In the hands of whoever is to tell them, as far as Jira knows that person. */
async function draftOf({ found, item }: OneRollback, notice: KeptNotice, outside: RollbackOutside): Promise<Draft> {
  const { owner } = notice;
  const assignee = owner === null ? null : await outside.jiraAsApp.findPerson(owner, found.mapping.space.key);
  const head = notice.rehearsal ? "Rehearsal, do not send: tell" : "Tell";
  const lines = notice.messages.map(({ channel, text }) => `- By ${channel}: ${text}`);
  const people = `Audience when it began: ${sayPeople(notice.members.length)}.`;
  const text = [`For the rollback ${item.key}, ${item.summary}.`, people, lines.join("\n")].join("\n\n");
  return {
    item: notice.key,
    typeId: taskType(found.mapping),
    parent: null,
    values: {
      summary: `${head} ${notice.audience} of the rollback`,
      description: toDocument(text),
      ...(assignee === null ? {} : { assignee }),
    },
    properties: { [noticeProperty]: { key: notice.key, run: notice.run, rollback: item.key } },
  };
}

/** A task stands on its own, which a sub-task cannot. */
function taskType({ types }: SpaceMapping): string {
  return types.step.level < 0 ? types.rollback.id : types.step.id;
}

/** A group of a few could be told apart by its number. */
export function sayPeople(count: number): string {
  if (count === 0) return "nobody of the people list goes by this name";
  return count < 5 ? "fewer than 5 people" : `${count} people`;
}
