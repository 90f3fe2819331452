import { advance } from "#app/sync/advance";
import { startRun } from "#app/sync/apply";
import { checkSound } from "#app/sync/check-sound";
import { proposalView } from "#app/sync/proposal-view";
import { alone, beside } from "#app/sync/propose";
import type { Proposed } from "#app/sync/propose";
import { isOver, findRun, runView } from "#app/sync/run-view";
import { cancelRun, undoRun } from "#app/sync/runs";
import type { Outside } from "#app/ports";
import type { RunView } from "#contract/sync";
import type { Answer, Asked } from "./command";
import { textOf } from "./command";
import { openSync, proposeKeeping } from "./diff";
import type { OpenSync } from "./diff";
import { pullFile } from "./pull";
import { refuse } from "./refuse";
import { syncAnswer } from "./sync-answer";

/** `apply FILE`: brings plan and Jira together, after finishing whatever an earlier apply was cut off from. */
export async function applyFile(asked: Asked): Promise<Answer> {
  const undo = textOf(asked.values, "undo");
  // Whoever resumes has said yes to the apply that was cut off, however little of it had begun.
  const goes = asked.values.yes === true || asked.values.resume === true;
  const open = await openSync(asked, goes || undo !== null ? "write" : "look");
  const { plan, outside } = open;
  if (undo !== null) return undone(open, asked, undo);
  const resumed = goes ? await resume(open) : null;
  // A way back that was cut off is gone to its end; going forth again is asked for with --yes.
  if (resumed?.direction === "undo" && asked.values.yes !== true) return takenBack(open, asked, resumed);
  const proposed = await proposeKeeping(plan, asked, outside);
  const isJson = asked.values.json === true;
  const told = await (goes ? alone(outside) : beside(proposed, outside));
  const view = proposalView(proposed.proposal, told);
  if (!goes) {
    const answer = await syncAnswer({ view, run: null }, outside, isJson);
    return { ...answer, notes: [...(answer.notes ?? []), "Nothing was changed. Add --yes to apply this."] };
  }
  const run = await carryOut(proposed, asked, outside);
  if (asked.values.pull === true) await pullFile(asked);
  return syncAnswer({ view, run }, outside, isJson);
}

async function carryOut(proposed: Proposed, asked: Asked, outside: Outside): Promise<RunView> {
  const confirmed = textOf(asked.values, "confirm");
  checkSound(proposed.proposal, confirmed === null ? null : Number(confirmed));
  const { id } = await startRun(proposed, outside);
  return finish(id, outside);
}

async function resume({ plan, outside }: OpenSync): Promise<RunView | null> {
  const runs = await outside.runs.list({ space: outside.space?.id ?? "", plan: plan.id });
  const cutOff = runs.find((run) => !isOver(run));
  return cutOff === undefined ? null : finish(cutOff.id, outside);
}

async function undone(open: OpenSync, asked: Asked, name: string): Promise<Answer> {
  const { plan, outside } = open;
  const runs = await outside.runs.list({ space: outside.space?.id ?? "", plan: plan.id });
  const newest = runs.find(({ total, state }) => total > 0 && state !== "undone");
  if (name === "last" && newest === undefined) {
    throw refuse("No run of this plan is left to take back.", "Name one with --undo RUN; each apply prints its own.");
  }
  const id = name === "last" && newest !== undefined ? newest.id : name;
  const known = runs.find((run) => run.id === id);
  const isHalf = known !== undefined && !isOver(known);
  // One that was killed is at work no more: an apply is stopped where it is, a way back is gone to its end.
  if (isHalf && known.direction === "apply") {
    await cancelRun({ run: id }, outside);
    await finish(id, outside);
  }
  if (!isHalf || known.direction === "apply") await undoRun({ run: id }, outside);
  return takenBack(open, asked, await finish(id, outside));
}

/** What came of an undo, and what the plan would make anew. */
async function takenBack({ plan, outside }: OpenSync, asked: Asked, run: RunView): Promise<Answer> {
  const { proposal } = await proposeKeeping(plan, asked, outside);
  const view = proposalView(proposal, await alone(outside));
  return syncAnswer({ view, run }, outside, asked.values.json === true);
}

/** Works until the run is over, waiting where Jira's hourly allowance asks for it. */
async function finish(id: string, outside: Outside): Promise<RunView> {
  for (;;) {
    await advance(id, outside);
    const run = await findRun(id, outside);
    if (isOver(run)) return runView(run, outside);
    await outside.clock.sleep(Math.max(1_000, (run.until ?? 0) - outside.clock.now()));
  }
}
