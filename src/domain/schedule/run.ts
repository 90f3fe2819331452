import { workClock } from "#domain/calendar/work-clock";
import type { WorkClock } from "#domain/calendar/work-clock";
import { compile } from "./compile";
import { earlyDates } from "./early";
import type { EarlyDates } from "./early";
import { readFamily } from "./family";
import { role } from "./graph";
import type { Graph } from "./graph";
import { lateDates } from "./late";
import type { LateDates } from "./late";
import type { Fault, Network } from "./network";
import { orderOf } from "./order";

/** A network passed forward and back. */
export interface Run {
  readonly kind: "run";
  readonly graph: Graph;
  readonly clock: WorkClock;
  readonly order: Int32Array;
  readonly early: EarlyDates;
  readonly late: LateDates;
  /** Where tasks really lie: as early as possible, but for those that asked to be late. */
  readonly planned: EarlyDates;
  readonly end: number;
}

export type NoRun =
  | { readonly kind: "cycle"; readonly ids: readonly string[] }
  | { readonly kind: "faulty"; readonly faults: readonly Fault[] };

export function runNetwork(network: Network): Run | NoRun {
  const { family, faults } = readFamily(network);
  if (faults.length > 0) return { kind: "faulty", faults };
  const clock = workClock(network.calendar);
  const graph = compile(network, family, clock);
  const order = orderOf(graph);
  if (order.kind === "cycle") return { kind: "cycle", ids: loopIds(network, graph, order.nodes) };
  return runGraph(graph, clock, order.nodes);
}

/** The passes alone, over columns that are already there. */
export function runGraph(graph: Graph, clock: WorkClock, order: Int32Array): Run {
  const early = earlyDates(graph, clock, order);
  const end = endOf(graph, early);
  const late = lateDates(graph, clock, { order, early, end });
  if (!graph.isLate.includes(1)) return { kind: "run", graph, clock, order, early, late, planned: early, end };
  const floor = graph.floor.map((at, node) => (graph.isLate[node] === 1 ? Math.max(at, late.start[node]!) : at));
  const planned = earlyDates({ ...graph, floor }, clock, order);
  const free = lateDates(graph, clock, { order, early: planned, end: endOf(graph, planned) }).free;
  return { kind: "run", graph, clock, order, early, late: { ...late, free }, planned, end };
}

/** When the last task ends. */
export function endOf(graph: Graph, dates: EarlyDates): number {
  let end = -Infinity;
  for (let node = 0; node < graph.nodes; node += 1) {
    if (graph.role[node] === role.task && dates.finish[node]! > end) end = dates.finish[node]!;
  }
  return end;
}

/** The tasks of a loop, each once, from the one that stands first in the plan. */
function loopIds(network: Network, graph: Graph, nodes: readonly number[]): string[] {
  const places = nodes.map((node) => graph.owner[node]!);
  const once = places.filter(
    (place, turn) => place !== places[(turn + places.length - 1) % places.length] || places.length === 1,
  );
  const members = once.length === 0 ? [places[0]!] : once;
  const first = members.indexOf(Math.min(...members));
  return [...members.slice(first), ...members.slice(0, first)].map((place) => network.tasks[place]!.id);
}
