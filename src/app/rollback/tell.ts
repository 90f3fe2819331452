import type { Purpose, Run } from "#domain/rollback/run";
import type { CommentLine } from "../ports";
import { linksOf } from "../panel/linked-items";
import type { RollbackOutside } from "./rollback-ports";
import type { OneRollback } from "./open-rollbacks";

/** On the rollback's work item; in earnest also on the steps it takes back, where people are working right now. */
export async function tellStart(open: OneRollback, purpose: Purpose, outside: RollbackOutside): Promise<void> {
  const by = await whoAsks(outside);
  const words = purpose === "real" ? " began this rollback in earnest." : " began a rehearsal of this rollback.";
  await outside.jiraAsApp.comment(open.item.id, [[by, words]]);
  if (purpose !== "real") return;
  const covered = linksOf(open.item, { kind: "covers", end: "from", mapping: open.found.mapping });
  for (const { other } of covered) {
    await outside.jiraAsApp.comment(other.id, [[by, ` began the rollback ${open.item.key}, which takes this back.`]]);
  }
}

export async function tellLesson(open: OneRollback, text: string, outside: RollbackOutside): Promise<void> {
  await outside.jiraAsApp.comment(open.item.id, [[await whoAsks(outside), ` noted after a run: ${text}`]]);
}

/** How it went, in one line: what the after-action record begins with. */
export async function tellEnd(open: OneRollback, run: Run, outside: RollbackOutside): Promise<void> {
  const what = run.purpose === "real" ? "The rollback" : "The rehearsal";
  const done = run.steps.filter((step) => step.done !== null).length;
  const { status } = run;
  if (status.kind === "running" || status.kind === "refused") return;
  const minutes = Math.round((status.at - run.startedAt) / 60_000);
  const how = status.kind === "aborted" ? `was aborted (${status.reason})` : "is over";
  const line = `${what} ${how} after ${minutes} min, ${done} of ${run.steps.length} steps done.`;
  await outside.jiraAsApp.comment(open.item.id, [[line]]);
}

async function whoAsks({ who, jira }: RollbackOutside): Promise<CommentLine[number]> {
  return { accountId: who.accountId, name: await jira.nameOf(who.accountId) };
}
