import type { RunView } from "#contract/sync";
import { Refusal } from "../refusal";
import type { Outside } from "../ports";
import type { Run } from "./run-ports";

const over: ReadonlySet<Run["state"]> = new Set(["done", "failed", "cancelled", "undone"]);

export function isOver(run: Run): boolean {
  return over.has(run.state);
}

export async function findRun(id: string, outside: Outside): Promise<Run> {
  const run = await outside.runs.find(id);
  if (run === null || (outside.space !== null && run.space !== outside.space.id)) {
    throw new Refusal("not_found", {
      message: "There is no such sync run in this space.",
      mend: "Open the list of runs and choose one of them.",
    });
  }
  return run;
}

export async function runView(run: Run, outside: Outside): Promise<RunView> {
  const { made, failures } = await outside.runs.outcome(run.id);
  return {
    id: run.id,
    plan: run.plan,
    by: run.by,
    startedAt: run.startedAt,
    state: run.state,
    doing: run.doing,
    done: run.done,
    total: run.total,
    points: run.points,
    remainingSeconds: isOver(run) ? null : Math.ceil((run.total - run.done) / callsPerSecond),
    created: made.map(({ key, title }) => ({ key, title })),
    failures,
    direction: run.direction,
    retryable: isOver(run) && run.direction === "apply" ? failures.length : 0,
    canUndo: isOver(run) && run.direction === "apply" && run.done > 0,
  };
}

/** What the burst limit of one endpoint lets through, less a little for the answers' way back. */
const callsPerSecond = 80;
