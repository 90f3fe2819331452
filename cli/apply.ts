import { advance } from "#app/sync/advance";
import { startRun } from "#app/sync/apply";
import { checkSound } from "#app/sync/check-sound";
import { proposalView } from "#app/sync/proposal-view";
import { alone, beside } from "#app/sync/propose";
import type { Proposed } from "#app/sync/propose";
import { isOver, findRun, runView } from "#app/sync/run-view";
import { undoRun } from "#app/sync/runs";
import type { Outside } from "#app/ports";
import type { RunView } from "#contract/sync";
import type { Answer, Asked } from "./command";
import { textOf } from "./command";
import { openSync, proposeKeeping } from "./diff";
import type { OpenSync } from "./diff";
import { pullFile } from "./pull";
import { syncAnswer } from "./sync-answer";

/** `apply FILE`: brings plan and Jira together, after finishing whatever an earlier apply was cut off from. */
export async function applyFile(asked: Asked): Promise<Answer> {
  const open = await openSync(asked);
  const { plan, outside } = open;
  const undo = textOf(asked.values, "undo");
  if (undo !== null) return undone(open, asked, undo);
  const may = asked.values.yes === true || asked.values.resume === true;
  const resumed = may ? await resume(open) : null;
  const proposed = await proposeKeeping(plan, asked, outside);
  const isJson = asked.values.json === true;
  const told = await (asked.values.yes === true ? alone(outside) : beside(proposed, outside));
  const view = proposalView(proposed.proposal, told);
  if (asked.values.yes !== true) {
    const answer = await syncAnswer({ view, run: resumed }, outside, isJson);
    return { ...answer, notes: [...(answer.notes ?? []), "Nothing more was changed. Add --yes to apply this."] };
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

async function undone({ plan, outside }: OpenSync, asked: Asked, name: string): Promise<Answer> {
  const [newest] = await outside.runs.list({ space: outside.space?.id ?? "", plan: plan.id });
  const id = name === "last" && newest !== undefined ? newest.id : name;
  await undoRun({ run: id }, outside);
  const run = await finish(id, outside);
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
