import type { RunView } from "#contract/sync";
import { Refusal } from "../refusal";
import type { Outside } from "../ports";
import { planLease } from "./lease";
import { mayDo, mayUndo } from "./may-write";
import { findRun, isOver, runView } from "./run-view";

export async function showRun({ run }: { readonly run: string }, outside: Outside): Promise<RunView> {
  const found = await findRun(run, outside);
  await mayDo(outside.jira, { accountId: outside.who.accountId, spaceId: found.space }, ["BROWSE_PROJECTS"]);
  return runView(found, outside);
}

export async function listRuns({ plan }: { readonly plan: string }, outside: Outside): Promise<readonly RunView[]> {
  if (outside.space === null) return [];
  const runs = await outside.runs.list({ space: outside.space.id, plan });
  return Promise.all(runs.map((run) => runView(run, outside)));
}

/** The job stops before its next call; what it has written stays, and can be undone. */
export async function cancelRun({ run }: { readonly run: string }, outside: Outside): Promise<RunView> {
  const found = await findRun(run, outside);
  await mayDo(outside.jira, { accountId: outside.who.accountId, spaceId: found.space }, ["EDIT_ISSUES"]);
  if (isOver(found)) return runView(found, outside);
  await outside.runs.cancel(found.id);
  // A parked job is asked for at once: to know what it has made it need not wait for the quota it has spent on writing.
  await outside.queue.push(found.id, 0);
  return runView({ ...found, doing: "Cancelling" }, outside);
}

export async function undoRun({ run }: { readonly run: string }, outside: Outside): Promise<RunView> {
  const found = await findRun(run, outside);
  if (!isOver(found) || found.state === "undone") {
    throw new Refusal("busy", {
      message: found.state === "undone" ? "This run has been taken back already." : "This run is still at work.",
      mend: found.state === "undone" ? "Nothing is left to do." : "Cancel it first, then undo it.",
    });
  }
  await mayUndo(outside.jira, { accountId: outside.who.accountId, spaceId: found.space });
  if (!(await outside.runs.hold(planLease(found, outside.clock.now())))) {
    throw new Refusal("busy", { message: "Another run works on this plan.", mend: "Wait until it is done." });
  }
  const undoing = { ...found, state: "queued", direction: "undo", doing: "Waiting to start", until: null } as const;
  const asked = { ...undoing, undoBy: outside.who.accountId };
  await outside.runs.save(asked);
  await outside.queue.push(found.id, 0);
  return runView(asked, outside);
}
