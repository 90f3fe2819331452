import { conflictsOf } from "./conflicts";
import type { Conflict } from "./conflicts";
import { role, slackClockAt, state } from "./graph";
import type { Fault, Network } from "./network";
import { runNetwork } from "./run";
import type { Run } from "./run";
import { summaryDates } from "./summary";

export type Outcome =
  | ({ readonly kind: "scheduled" } & Schedule)
  | { readonly kind: "cycle"; readonly ids: readonly string[] }
  | { readonly kind: "faulty"; readonly faults: readonly Fault[] };

export interface Schedule {
  readonly start: number;
  readonly finish: number;
  /** Working minutes from start to finish. */
  readonly lengthMinutes: number;
  readonly items: readonly Item[];
  readonly conflicts: readonly Conflict[];
}

/** One task with its dates, in milliseconds since 1970, and its slack in working minutes. */
export interface Item {
  readonly id: string;
  readonly title: string;
  readonly start: number;
  readonly finish: number;
  readonly earlyStart: number;
  readonly earlyFinish: number;
  readonly lateStart: number;
  readonly lateFinish: number;
  readonly totalSlackMinutes: number;
  readonly freeSlackMinutes: number;
  readonly critical: boolean;
}

/** Dates, slack and the critical path of a network, by the rules of MS Project. */
export function schedule(network: Network): Outcome {
  const run = runNetwork(network);
  if (run.kind !== "run") return run;
  const items = itemsOf(network, run);
  const start = items.reduce((least, item) => Math.min(least, item.start), Infinity);
  const finish = items.reduce((most, item) => Math.max(most, item.finish), -Infinity);
  const conflicts = conflictsOf(network, run, items);
  if (items.length === 0) {
    return { kind: "scheduled", start: network.start, finish: network.start, lengthMinutes: 0, items, conflicts };
  }
  const lengthMinutes = run.clock.worked(finish / minuteMs) - run.clock.worked(start / minuteMs);
  return { kind: "scheduled", start, finish, lengthMinutes, items, conflicts };
}

const minuteMs = 60_000;

function itemsOf(network: Network, run: Run): Item[] {
  const items = network.tasks.map((task, node) => itemOf(task, run, node));
  return run.graph.role.includes(role.summary) ? summaryDates(network, items) : items;
}

function itemOf({ id, title }: { id: string; title: string }, run: Run, node: number): Item {
  const { graph, early, late, planned } = run;
  const isFinished = graph.state[node] === state.finished;
  const hours = slackClockAt(graph, run.clock, node);
  const bySlipOfStart = hours.worked(late.start[node]!) - hours.worked(planned.start[node]!);
  const bySlipOfFinish = hours.worked(late.finish[node]!) - hours.worked(planned.finish[node]!);
  const isStarted = graph.state[node] === state.started;
  const total = isFinished ? 0 : isStarted ? bySlipOfFinish : Math.min(bySlipOfStart, bySlipOfFinish);
  return {
    id,
    title,
    start: planned.start[node]! * minuteMs,
    finish: planned.finish[node]! * minuteMs,
    earlyStart: early.start[node]! * minuteMs,
    earlyFinish: early.finish[node]! * minuteMs,
    lateStart: late.start[node]! * minuteMs,
    lateFinish: late.finish[node]! * minuteMs,
    totalSlackMinutes: total,
    freeSlackMinutes: isFinished ? 0 : Math.max(0, Math.min(late.free[node]!, total)),
    critical: !isFinished && total <= 0,
  };
}
