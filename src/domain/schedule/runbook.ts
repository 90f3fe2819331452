import { lateDates } from "./late";
import type { Network } from "./network";
import { runNetwork } from "./run";
import type { NoRun } from "./run";
import { role } from "./graph";

/** Some of the tasks of a network, with the links among them. */
export function subNetwork(network: Network, ids: ReadonlySet<string>): Network {
  const tasks = network.tasks
    .filter((task) => ids.has(task.id))
    .map((task) => (task.parent === null || ids.has(task.parent) ? task : { ...task, parent: null }));
  return { ...network, tasks, links: network.links.filter((link) => ids.has(link.from) && ids.has(link.to)) };
}

export interface RunbookLength {
  readonly kind: "length";
  readonly workMinutes: number;
  readonly elapsedMinutes: number;
}

/** How long a network takes from its start: the length of its longest path, in work and on the clock on the wall. */
export function lengthOf(network: Network): RunbookLength | NoRun {
  const run = runNetwork(network);
  if (run.kind !== "run") return run;
  if (network.tasks.length === 0) return { kind: "length", workMinutes: 0, elapsedMinutes: 0 };
  const { graph, clock, planned, end } = run;
  let start = Infinity;
  for (let node = 0; node < graph.nodes; node += 1) {
    if (graph.role[node] === role.task) start = Math.min(start, planned.start[node]!);
  }
  return { kind: "length", workMinutes: clock.worked(end) - clock.worked(start), elapsedMinutes: end - start };
}

export interface PointOfNoReturn {
  readonly kind: "point-of-no-return";
  /** The last instant at which a rollback can begin and still be over when the window ends. */
  readonly at: number;
  readonly length: RunbookLength;
}

/**
 * The end of the window minus the critical path of the rollback, M11: the runbook counted back from the end of the window,
 * so that a runbook in working hours stops where people do.
 */
export function pointOfNoReturn(runbook: Network, windowEnd: number): PointOfNoReturn | NoRun {
  const run = runNetwork(runbook);
  if (run.kind !== "run") return run;
  const length = lengthOf(runbook);
  if (length.kind !== "length") return length;
  const { graph, clock, order, early } = run;
  const end = Math.floor(windowEnd / 60_000);
  const late = lateDates(graph, clock, { order, early, end });
  let at = end;
  for (let node = 0; node < graph.nodes; node += 1) {
    if (graph.role[node] === role.task) at = Math.min(at, late.start[node]!);
  }
  return { kind: "point-of-no-return", at: at * 60_000, length };
}
