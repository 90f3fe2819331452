import type {
  abortRequest,
  lessonRequest,
  rollbackRunRequest,
  RollbacksView,
  startRequest,
  tickStepRequest,
} from "#contract/rollbacks";
import { runsOf } from "#domain/rollback/run";
import type { Run, RunFact } from "#domain/rollback/run";
import { startRun } from "#domain/rollback/start-run";
import type { z } from "zod";
import { Refusal } from "../refusal";
import { announce, hasOpenTasks } from "./announce";
import { keepRun } from "./keep-record";
import type { RollbackOutside } from "./rollback-ports";
import { openForWriting, reread } from "./open-rollbacks";
import type { OneRollback } from "./open-rollbacks";
import { viewAfter } from "./rollbacks";
import { tellEnd, tellLesson, tellStart } from "./tell";

/** Begins a rehearsal or the real thing, and the tasks to tell people. Sent twice, it begins once. */
export async function startRollback(
  request: z.output<typeof startRequest>,
  outside: RollbackOutside,
): Promise<RollbacksView> {
  const open = await openForWriting(request, outside);
  const { run, purpose } = request;
  if (!open.log.runs.some((event) => event.run === run)) {
    const start = { id: `${run}/start`, at: outside.clock.now(), run, by: outside.who.accountId, purpose };
    const starting = startRun(open.rollback, open.log.runs, start);
    if (starting.kind === "refused") {
      const { message, mend } = await withName(starting, { open, outside });
      throw new Refusal("busy", { message, mend });
    }
    await append(open, starting.event, outside);
    mustBeOn(await reread(open, outside), run);
    await tellStart(open, purpose, outside);
  }
  await announce(await reread(open, outside), run, outside);
  return viewAfter(open, outside);
}

/** Two people may begin in the same second: the log says who was first, and the other is told. */
function mustBeOn({ log }: OneRollback, id: string): void {
  const status = runsOf(log.runs).find(({ run }) => run === id)?.status;
  if (status?.kind !== "refused") return;
  throw new Refusal("busy", {
    message: "Somebody else began a run of this rollback a moment earlier.",
    mend: "Join theirs: it is open on the page now.",
  });
}

/** The refusal names an account; people know each other by name. */
async function withName(
  said: { readonly message: string; readonly mend: string },
  { open, outside }: { readonly open: OneRollback; readonly outside: RollbackOutside },
): Promise<typeof said> {
  const by = runsOf(open.log.runs).findLast(({ status }) => status.kind === "running")?.startedBy;
  if (by === undefined || !said.message.includes(by)) return said;
  return { ...said, message: said.message.replace(by, await outside.jira.nameOf(by)) };
}

export async function tickRunStep(
  request: z.output<typeof tickStepRequest>,
  outside: RollbackOutside,
): Promise<RollbacksView> {
  const open = await openForWriting(request, outside);
  const run = runIn(open, request.run);
  mustBeOpen(run);
  const step = run.steps.find(({ id }) => id === request.step);
  if (step === undefined) throw stale(`“${request.step}” is not in the runbook this run began with.`);
  if ((step.done !== null) === request.done) return viewAfter(open, outside);
  const fact: RunFact = { kind: request.done ? "ticked" : "unticked", step: request.step };
  await append(open, event(fact, request, outside), outside);
  await finish(request.run, open, outside);
  return viewAfter(open, outside);
}

export async function abortRollback(
  request: z.output<typeof abortRequest>,
  outside: RollbackOutside,
): Promise<RollbacksView> {
  const open = await openForWriting(request, outside);
  mustBeOpen(runIn(open, request.run));
  await append(open, event({ kind: "aborted", reason: request.reason }, request, outside), outside);
  await finish(request.run, open, outside);
  return viewAfter(open, outside);
}

/** What a run has taught, kept with the run and told on the rollback's work item. */
export async function noteLesson(
  request: z.output<typeof lessonRequest>,
  outside: RollbackOutside,
): Promise<RollbacksView> {
  const open = await openForWriting(request, outside);
  const { run, text } = request;
  runIn(open, run);
  const body = { run, by: outside.who.accountId, text };
  await outside.log.append(open.ref, "lesson", [{ id: outside.newId(), at: outside.clock.now(), body }]);
  await tellLesson(open, text, outside);
  await afterwards(request.run, open, outside);
  return viewAfter(open, outside);
}

/** Makes the tasks to tell people that could not be made before. */
export async function announceAgain(
  request: z.output<typeof rollbackRunRequest>,
  outside: RollbackOutside,
): Promise<RollbacksView> {
  const open = await openForWriting(request, outside);
  runIn(open, request.run);
  await announce(open, request.run, outside);
  return viewAfter(open, outside);
}

async function finish(id: string, before: OneRollback, outside: RollbackOutside): Promise<void> {
  const open = await afterwards(id, before, outside);
  await tellEnd(open, runIn(open, id), outside);
}

/** What is over goes into the rollback's property, where JQL and automations find it. */
async function afterwards(id: string, before: OneRollback, outside: RollbackOutside): Promise<OneRollback> {
  const open = await reread(before, outside);
  const run = runIn(open, id);
  if (hasOpenTasks(open, run.run)) await announce(open, run.run, outside);
  if (run.status.kind !== "running") await keepRun(open, run, outside);
  return open;
}

function event(fact: RunFact, { run }: { readonly run: string }, outside: RollbackOutside) {
  return { ...fact, run, id: `${run}/${outside.newId()}`, at: outside.clock.now(), by: outside.who.accountId };
}

async function append(
  open: OneRollback,
  { id, at, ...body }: { readonly id: string; readonly at: number },
  outside: RollbackOutside,
): Promise<void> {
  await outside.log.append(open.ref, "run", [{ id, at, body }]);
}

function runIn({ log, rollback }: OneRollback, id: string): Run {
  const run = runsOf(log.runs).find((one) => one.run === id && one.rollback === rollback.id);
  if (run === undefined) throw stale("This rollback has no such run.");
  return run;
}

function mustBeOpen({ status }: Run): void {
  if (status.kind !== "running") throw stale("This run is over.");
}

function stale(message: string): Refusal {
  return new Refusal("stale", { message, mend: "Load the page again to see how the run stands." });
}
