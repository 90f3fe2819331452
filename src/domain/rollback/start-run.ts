import type { Happening } from "#domain/calendar/ordered";
import type { Rollback } from "#domain/plan/plan";
import { runsOf } from "./run";
import type { Purpose, RunEvent } from "./run";
import { timedSteps } from "./runbook";

export interface Start extends Happening {
  readonly run: string;
  readonly by: string;
  readonly purpose: Purpose;
}

export type Starting =
  | { readonly kind: "start"; readonly event: RunEvent }
  | { readonly kind: "refused"; readonly message: string; readonly mend: string };

/** The event that begins a run. Two people may still begin at once: then the one that comes first in the log is on, and the other refused. */
export function startRun(rollback: Rollback, log: readonly RunEvent[], start: Start): Starting {
  if (rollback.runbook.length === 0) {
    return refused(`${rollback.title || rollback.id} has no runbook.`, "Write down what is done, in order, first.");
  }
  const event: RunEvent = { ...start, kind: "started", rollback: rollback.id, steps: timedSteps(rollback) };
  const status = runsOf([...log, event]).find(({ run }) => run === start.run)?.status;
  if (status?.kind !== "refused") return { kind: "start", event };
  const other = runsOf(log).find(({ run }) => run === status.run);
  return refused(
    `A ${other?.purpose === "real" ? "real run" : "rehearsal"} of this rollback is on, begun by ${other?.startedBy ?? "somebody"}.`,
    "Join it, or abort it before you begin another.",
  );
}

function refused(message: string, mend: string): Starting {
  return { kind: "refused", message, mend };
}
