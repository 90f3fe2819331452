import type { Happening } from "#domain/calendar/ordered";
import { findCycle } from "#domain/plan/cycle";
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
  const circle = circleIn(rollback);
  if (circle !== null) {
    return refused(
      `Steps of the runbook wait for each other: ${circle.join(" → ")}.`,
      "Break the circle in the plan first.",
    );
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

function circleIn({ runbook }: Rollback): readonly string[] | null {
  const after = new Map(runbook.map((step) => [step.id, step.after]));
  return findCycle([...after.keys()], (id) => after.get(id) ?? []);
}

function refused(message: string, mend: string): Starting {
  return { kind: "refused", message, mend };
}
