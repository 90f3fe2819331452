import { ordered } from "#domain/calendar/ordered";
import type { Happening } from "#domain/calendar/ordered";
import type { TimedStep } from "./runbook";

/** What happened while runbooks were carried out, by whoever was at a keyboard. */
export type RunEvent = Happening & { readonly run: string; readonly by: string } & RunFact;

export type RunFact =
  /** Carries the runbook as it stood, so that a change of the plan does not change what people are in the midst of. */
  | {
      readonly kind: "started";
      readonly rollback: string;
      readonly purpose: Purpose;
      readonly steps: readonly TimedStep[];
    }
  | { readonly kind: "ticked" | "unticked"; readonly step: string }
  | { readonly kind: "aborted"; readonly reason: string };

export type Purpose = "rehearsal" | "real";

export interface Run {
  readonly run: string;
  readonly rollback: string;
  readonly purpose: Purpose;
  readonly startedAt: number;
  readonly startedBy: string;
  readonly steps: readonly RunStep[];
  readonly status: RunStatus;
}

export type RunStatus =
  | { readonly kind: "running" }
  | { readonly kind: "finished"; readonly at: number }
  | { readonly kind: "aborted"; readonly at: number; readonly by: string; readonly reason: string }
  /** A rehearsal gave way to the real thing. */
  | { readonly kind: "overtaken"; readonly at: number; readonly by: string }
  /** Another run of the same rollback was on. */
  | { readonly kind: "refused"; readonly run: string };

export interface RunStep extends TimedStep {
  /** The first tick that nobody has taken back. */
  readonly done: { readonly at: number; readonly by: string } | null;
  /** Predecessors that were not done when it was. */
  readonly before: readonly string[];
}

type Started = Extract<RunEvent, { kind: "started" }>;

/** Every run the events tell of, in the order they began. One whose start is not known yet is not shown. */
export function runsOf(events: readonly RunEvent[]): readonly Run[] {
  const all = ordered(events);
  const own = Map.groupBy(all, ({ run }) => run);
  const starts = all.flatMap((event) => (event.kind === "started" ? [event] : []));
  const firsts = starts.filter(({ id, run }) => starts.find((start) => start.run === run)?.id === id);
  const runs: Run[] = [];
  for (const start of firsts) {
    const run = runFrom(start, own.get(start.run) ?? []);
    const place = runs.findLastIndex((other) => other.rollback === run.rollback && isOn(other, start.at));
    const other = runs[place];
    if (other === undefined) runs.push(run);
    else if (run.purpose === "real" && other.purpose === "rehearsal") {
      runs[place] = { ...other, status: { kind: "overtaken", at: start.at, by: start.by } };
      runs.push(run);
    } else runs.push({ ...run, status: { kind: "refused", run: other.run } });
  }
  return runs;
}

/** Whether a run had begun and not ended at an instant. */
function isOn({ status, startedAt }: Run, at: number): boolean {
  if (at < startedAt || status.kind === "refused") return false;
  return status.kind === "running" || status.at > at;
}

function runFrom(start: Started, events: readonly RunEvent[]): Run {
  const { run, rollback, purpose, at: startedAt, by: startedBy } = start;
  const done = new Map(start.steps.map(({ id }) => [id, doneOf(id, events, startedAt)]));
  const steps = start.steps.map((step) => ({ ...step, done: done.get(step.id) ?? null, before: tooSoon(step, done) }));
  return { run, rollback, purpose, startedAt, startedBy, steps, status: statusOf(steps, events, startedAt) };
}

type Done = RunStep["done"];

/** A clock that runs behind dates nothing before the start. */
function doneOf(step: string, events: readonly RunEvent[], startedAt: number): Done {
  const own = events.filter((event) => (event.kind === "ticked" || event.kind === "unticked") && event.step === step);
  const first = own[own.findLastIndex(({ kind }) => kind === "unticked") + 1];
  return first === undefined ? null : { at: Math.max(startedAt, first.at), by: first.by };
}

function tooSoon({ id, after }: TimedStep, done: ReadonlyMap<string, Done>): readonly string[] {
  const own = done.get(id) ?? null;
  if (own === null) return [];
  return after.filter((one) => {
    const before = done.get(one) ?? null;
    return before === null || before.at > own.at;
  });
}

/** Over with the last tick, or when somebody aborts it before that. */
function statusOf(steps: readonly RunStep[], events: readonly RunEvent[], startedAt: number): RunStatus {
  const ends = steps.map(({ done }) => done?.at ?? Infinity);
  const end = ends.length === 0 ? startedAt : Math.max(...ends);
  const aborted = events.find((event) => event.kind === "aborted");
  if (aborted?.kind === "aborted" && aborted.at < end) {
    return { kind: "aborted", at: Math.max(startedAt, aborted.at), by: aborted.by, reason: aborted.reason };
  }
  return end === Infinity ? { kind: "running" } : { kind: "finished", at: end };
}
