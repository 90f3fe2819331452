import type { Progress } from "#domain/schedule/network";
import { schedule } from "#domain/schedule/schedule";
import type { Run, RunStep } from "./run";
import { runbookNetwork } from "./runbook";
import type { RunProgress } from "./runbook";

export interface StepComparison {
  readonly step: string;
  /** Null while some step of the runbook has no length, or they wait for each other. */
  readonly plannedFinish: number | null;
  readonly doneAt: number | null;
  /** Minutes later than planned, negative for sooner; for a step still open, by how much it is late already. */
  readonly lateMinutes: number | null;
}

export interface RunComparison {
  readonly steps: readonly StepComparison[];
  readonly plannedEnd: number | null;
  /** When the run was over, or will be if everything still open takes as long as planned; null when it was broken off. */
  readonly end: number | null;
  readonly lateMinutes: number | null;
}

const minuteMs = 60_000;

/** Planned against real, step by step, as the scheduler lays the runbook from the moment the run began. */
export function compareRun(run: Run, now: number): RunComparison {
  const planned = finishes(run, { of: () => ({ kind: "waiting" }), status: null });
  const end = endOf(run, now);
  const steps = run.steps.map(({ id, done }): StepComparison => {
    const plannedFinish = planned?.get(id) ?? null;
    const doneAt = done?.at ?? null;
    const late = plannedFinish === null ? null : minutes((doneAt ?? now) - plannedFinish);
    return { step: id, plannedFinish, doneAt, lateMinutes: late === null || doneAt !== null || late > 0 ? late : 0 };
  });
  const plannedEnd = planned === null ? null : Math.max(...planned.values());
  return {
    steps,
    plannedEnd,
    end,
    lateMinutes: plannedEnd === null || end === null ? null : minutes(end - plannedEnd),
  };
}

/** Whole minutes, and no minus before a nought. */
function minutes(milliseconds: number): number {
  return Math.trunc(milliseconds / minuteMs) + 0;
}

function endOf(run: Run, now: number): number | null {
  if (run.status.kind === "finished") return run.status.at;
  if (run.status.kind !== "running") return null;
  const expected = finishes(run, progressOf(run, Math.max(now, run.startedAt)));
  return expected === null ? null : Math.max(...expected.values());
}

/** A step is taken to be in work from the moment its predecessors were done; one that has taken too long will be done any minute. */
function progressOf(run: Run, now: number): RunProgress {
  const steps = new Map(run.steps.map((step) => [step.id, step]));
  const readyAt = ({ after }: RunStep): number =>
    after.reduce((latest, one) => Math.max(latest, steps.get(one)?.done?.at ?? Infinity), run.startedAt);
  const of = (id: string): Progress => {
    const step = steps.get(id)!;
    const begun = readyAt(step);
    if (step.done !== null) return { kind: "finished", start: Math.min(begun, step.done.at), finish: step.done.at };
    if (begun === Infinity) return { kind: "waiting" };
    const left = Math.max(0, (step.minutes ?? 0) - Math.floor((now - begun) / minuteMs));
    return { kind: "started", start: begun, remaining: { work: left, elapsed: 0 } };
  };
  return { of, status: now };
}

/** The scheduler counts whole minutes; what the start has beyond one is put back on. */
function finishes(run: Run, progress: RunProgress): ReadonlyMap<string, number> | null {
  const network = runbookNetwork(run.steps, run.startedAt, progress);
  const outcome = network === null ? null : schedule(network);
  if (outcome?.kind !== "scheduled") return null;
  const rest = run.startedAt % minuteMs;
  return new Map(outcome.items.map(({ id, finish }) => [id, finish + (progress.status === null ? rest : 0)]));
}
