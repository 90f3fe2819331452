import { Refusal } from "../refusal";
import type { Outside } from "../ports";
import { createAll } from "./create-all";
import { openJob, report } from "./job";
import type { Job } from "./job";
import { planLease, workerLease } from "./lease";
import { mayUndo, mayWrite } from "./may-write";
import { lookSoon } from "./hints";
import type { Journaled, Run } from "./run-ports";
import { isOver } from "./run-view";
import { sendAll } from "./send-all";
import { mappingOf } from "./space-mapping";
import { parkedUntil } from "./trouble";
import { undoAll } from "./undo-all";

/** Works on a run until it is over, its time is up, or Jira asks to wait; then the queue brings it back here. */
export async function advance(runId: string, outside: Outside): Promise<void> {
  const run = await outside.runs.find(runId);
  if (run === null || isOver(run)) return;
  const now = outside.clock.now();
  if (run.until !== null && run.until > now && !run.cancelled) return comeBack(run, run.until - now, outside);
  const worker = outside.newId();
  if (!(await outside.runs.hold(workerLease(run, { worker, now })))) return comeBack(run, 60_000, outside);
  try {
    await work(run, worker, outside);
  } catch (error) {
    await standBy(run, error, outside);
  } finally {
    await outside.runs.letGo(workerLease(run, { worker, now }).name, worker);
  }
}

/** The longest a queue event may be delayed. */
const longestDelaySeconds = 900;

async function comeBack(run: Run, milliseconds: number, outside: Outside): Promise<void> {
  await outside.queue.push(run.id, Math.min(longestDelaySeconds, Math.max(1, Math.ceil(milliseconds / 1000))));
}

async function work(run: Run, worker: string, outside: Outside): Promise<void> {
  const lease = planLease(run, outside.clock.now());
  if (!(await outside.runs.hold(lease))) {
    const doing = "Another run works on this plan; this one has not gone on";
    await outside.runs.save({ ...run, state: "failed", doing, until: null });
    return;
  }
  const mapping = await mappingOf(outside.settings, { id: run.space, key: "" });
  const job = await openJob(run, worker, { outside, mapping });
  await checkAgain(job);
  await report(job, { state: "running", until: null });
  if (run.direction === "undo") await undoAll(job);
  else {
    await createAll(job);
    if (job.stop === null) await sendAll(job);
  }
  await close(job);
}

/** A permission may have gone since the person asked; right after asking there is no need to ask again. */
async function checkAgain({ run, outside }: Job): Promise<void> {
  if (outside.clock.now() - run.startedAt < 60_000 && run.direction === "apply") return;
  const spaceId = run.space;
  if (run.direction === "undo") await mayUndo(outside.jiraAsApp, { accountId: run.undoBy ?? run.by, spaceId });
  else await mayWrite(outside.jiraAsApp, { accountId: run.by, spaceId });
}

async function close(job: Job): Promise<void> {
  const { runs, queue } = job.outside;
  if (job.stop === "time") return queue.push(job.run.id, 0);
  const undone = job.run.direction === "undo";
  const state = job.stop === "cancelled" ? "cancelled" : undone ? "undone" : "done";
  const words = { cancelled: "Cancelled", undone: "Taken back", done: "Done" };
  // What the run has just brought together differs no longer; what it left open shows again with the next look.
  await runs.writeDrift(job.run, [], job.journal.flatMap(itemsOf));
  await lookSoon(job.run, job.outside);
  await runs.save({ ...job.run, state, doing: words[state], until: null });
  await job.outside.announce(job.run.id);
  await runs.letGo(planLease(job.run, 0).name, job.run.id);
}

function itemsOf({ operation }: Journaled): readonly string[] {
  return operation.kind === "update" ? [operation.item] : [];
}

async function standBy(run: Run, error: unknown, outside: Outside): Promise<void> {
  const current = (await outside.runs.find(run.id)) ?? run;
  const until = parkedUntil(error);
  if (until !== null) {
    await outside.runs.save({ ...current, state: "parked", doing: "Waiting for Jira's hourly allowance", until });
    return comeBack(run, until - outside.clock.now(), outside);
  }
  if (!(error instanceof Refusal)) throw error;
  await outside.runs.save({ ...current, state: "failed", doing: `${error.message} ${error.mend}`, until: null });
  await outside.runs.letGo(planLease(run, 0).name, run.id);
}
