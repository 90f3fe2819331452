import type { WorkClock } from "#domain/calendar/work-clock";
import { addWork } from "#domain/calendar/work-clock";
import { hold, link, role, state } from "./graph";
import type { Graph } from "./graph";

/** Where every node lies, in minutes since 1970, and the working minutes counted up to there. */
export interface Dates {
  readonly start: Float64Array;
  readonly finish: Float64Array;
  readonly workedStart: Float64Array;
  readonly workedFinish: Float64Array;
}

export interface EarlyDates extends Dates {
  /** Where links alone would have put the start; differs from it where a pin held. */
  readonly natural: Float64Array;
}

/** The earliest dates: each node as early as its floor, its pins and everything before it allow. */
export function earlyDates(graph: Graph, clock: WorkClock, order: Int32Array): EarlyDates {
  const { nodes, firstOut, to, type, lagWork, lagElapsed } = graph;
  const startBound = graph.floor.slice();
  const finishBound = graph.finishFloor.slice();
  const earliest = new Float64Array(nodes).fill(Infinity);
  const dates = newDates(nodes);
  const place = placer(graph, clock, dates);
  for (let turn = 0; turn < nodes; turn += 1) {
    const node = order[turn]!;
    if (graph.role[node] === role.opening) startBound[node] = earliest[node]!;
    place(node, startBound[node]!, finishBound[node]!);
    const start = dates.start[node]!;
    const finish = dates.finish[node]!;
    const end = firstOut[node + 1]!;
    for (let edge = firstOut[node]!; edge < end; edge += 1) {
      const kind = type[edge]!;
      const next = to[edge]!;
      let bound = kind === link.FS || kind === link.FF ? finish : start;
      const lag = lagWork[edge]!;
      if (lag !== 0) bound = addWork(clock, bound, lag);
      bound += lagElapsed[edge]!;
      if (kind <= link.SS) {
        if (bound > startBound[next]!) startBound[next] = bound;
      } else if (kind === link.earliest) {
        if (bound < earliest[next]!) earliest[next] = bound;
      } else if (bound > finishBound[next]!) finishBound[next] = bound;
    }
  }
  return dates;
}

function newDates(nodes: number): EarlyDates {
  const numbers = () => new Float64Array(nodes);
  return { start: numbers(), finish: numbers(), workedStart: numbers(), workedFinish: numbers(), natural: numbers() };
}

/** Puts one node at its bounds. Plain work, by far the most frequent, counts on the clock three times and no more. */
function placer(
  graph: Graph,
  clock: WorkClock,
  dates: EarlyDates,
): (node: number, from: number, until: number) => void {
  const { work, elapsed } = graph;
  const isPlain = plainNodes(graph);
  const special = specialPlacer(graph, clock, dates);
  return (node, from, until) => {
    if (isPlain[node] === 0) return special(node, from, until);
    let worked = clock.worked(from);
    if (until !== -Infinity) worked = Math.max(worked, clock.worked(until) - work[node]!);
    const start = clock.startAt(worked);
    const finished = worked + work[node]!;
    dates.natural[node] = start;
    dates.start[node] = start;
    dates.workedStart[node] = worked;
    dates.workedFinish[node] = finished;
    dates.finish[node] = clock.finishAt(finished) + elapsed[node]!;
  };
}

/** Work alone, without pins or progress. */
function plainNodes(graph: Graph): Uint8Array {
  return graph.state.map((progress, node) =>
    progress === state.waiting &&
    graph.hold[node] === hold.none &&
    graph.role[node] === role.task &&
    graph.work[node]! > 0 &&
    graph.elapsed[node] === 0
      ? 1
      : 0,
  );
}

function specialPlacer(graph: Graph, clock: WorkClock, dates: EarlyDates) {
  const write = (node: number, start: number, finish: number) => {
    dates.start[node] = start;
    dates.finish[node] = finish;
    dates.workedStart[node] = clock.worked(start);
    dates.workedFinish[node] = clock.worked(finish);
  };
  return (node: number, from: number, until: number): void => {
    const [work, elapsed] = [graph.work[node]!, graph.elapsed[node]!];
    const [left, actual] = [graph.actualFinish[node]!, graph.actualStart[node]!];
    if (graph.state[node] === state.finished) {
      dates.natural[node] = actual;
      return write(node, actual, left);
    }
    if (graph.state[node] === state.started) {
      dates.natural[node] = actual;
      const finish = addWork(clock, left, graph.leftWork[node]!) + graph.leftElapsed[node]!;
      return write(node, actual, Math.max(finish, until));
    }
    const back = until === -Infinity ? -Infinity : addWork(clock, until - elapsed, -work);
    const natural = settle(clock, Math.max(from, back), { work, elapsed, isInner: graph.role[node] !== role.task });
    dates.natural[node] = natural;
    const start = holdTo(graph, node, natural);
    write(node, start, addWork(clock, start, work) + elapsed);
  };
}

function holdTo(graph: Graph, node: number, natural: number): number {
  if (graph.hold[node] === hold.mustStart) return graph.holdAt[node]!;
  if (graph.hold[node] === hold.noLater) return Math.min(natural, graph.holdAt[node]!);
  return natural;
}

/**
 * Work starts when work happens. Elapsed time starts at once. A milestone stays at the end of the work before it, Friday
 * 17:00 and not Monday 08:00, but a bound in the midst of a weekend moves on to the next work.
 */
function settle(clock: WorkClock, at: number, node: { work: number; elapsed: number; isInner: boolean }): number {
  if (node.isInner || (node.work === 0 && node.elapsed > 0)) return at;
  const worked = clock.worked(at);
  if (node.work === 0 && clock.finishAt(worked) === at) return at;
  return clock.startAt(worked);
}
