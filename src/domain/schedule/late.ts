import { addWork } from "#domain/calendar/work-clock";
import type { WorkClock } from "#domain/calendar/work-clock";
import type { Dates, EarlyDates } from "./early";
import { link, role, state } from "./graph";
import type { Graph } from "./graph";

export interface LateDates extends Dates {
  /** Working minutes by which a node may slip before anything after it does. */
  readonly free: Float64Array;
}

/** What the late dates are counted back from. */
export interface Passed {
  readonly order: Int32Array;
  readonly early: EarlyDates;
  /** When everything has to be over. */
  readonly end: number;
}

/** The latest dates that still end by `end` and meet every ceiling, and the free slack on the way. */
export function lateDates(graph: Graph, clock: WorkClock, { order, early, end }: Passed): LateDates {
  const { nodes, firstOut, to, type, lagWork, lagElapsed } = graph;
  const late = newDates(nodes);
  const workedEnd = nodes === 0 ? 0 : clock.worked(end);
  const place = placer(graph, clock, late);
  for (let turn = nodes - 1; turn >= 0; turn -= 1) {
    const node = order[turn]!;
    let finishBound = Math.min(end, graph.ceiling[node]!);
    let startBound = Infinity;
    let free = Infinity;
    const last = firstOut[node + 1]!;
    for (let edge = firstOut[node]!; edge < last; edge += 1) {
      const kind = type[edge]!;
      const next = to[edge]!;
      if (isIgnored(graph, kind, next)) continue;
      if (kind === link.earliest && early.start[node]! > early.start[next]!) continue;
      const toStart = kind <= link.SS || kind === link.earliest;
      let bound = toStart ? late.start[next]! : late.finish[next]!;
      const fromFinish = kind === link.FS || kind === link.FF;
      let worked = fromFinish ? early.workedFinish[node]! : early.workedStart[node]!;
      const lag = lagWork[edge]!;
      const lagMinutes = lagElapsed[edge]!;
      if (lagMinutes !== 0) {
        bound -= lagMinutes;
        const at = addWork(clock, fromFinish ? early.finish[node]! : early.start[node]!, lag) + lagMinutes;
        worked = clock.worked(at);
      } else worked += lag;
      if (lag !== 0) bound = addWork(clock, bound, -lag);
      if (fromFinish) {
        if (bound < finishBound) finishBound = bound;
      } else if (bound < startBound) startBound = bound;
      const gap = (toStart ? early.workedStart[next]! : early.workedFinish[next]!) - worked;
      const slip = graph.role[next] === role.task ? gap : gap + late.free[next]!;
      if (slip < free) free = slip;
    }
    place(node, finishBound, startBound);
    late.free[node] = free === Infinity ? workedEnd - early.workedFinish[node]! : free;
  }
  return late;
}

function newDates(nodes: number): LateDates {
  const numbers = () => new Float64Array(nodes);
  return { start: numbers(), finish: numbers(), workedStart: numbers(), workedFinish: numbers(), free: numbers() };
}

/** What has already happened no longer waits for anything. */
function isIgnored(graph: Graph, kind: number, next: number): boolean {
  const progress = graph.state[next]!;
  return progress === state.finished || (progress === state.started && kind <= link.SS);
}

function placer(graph: Graph, clock: WorkClock, late: LateDates) {
  const { work, elapsed } = graph;
  const write = (node: number, start: number, finish: number) => {
    late.start[node] = start;
    late.finish[node] = finish;
    late.workedStart[node] = clock.worked(start);
    late.workedFinish[node] = clock.worked(finish);
  };
  return (node: number, finishBound: number, startBound: number): void => {
    if (graph.state[node] === state.finished) return write(node, graph.actualStart[node]!, graph.actualFinish[node]!);
    if (graph.state[node] === state.started) return write(node, graph.actualStart[node]!, finishBound);
    const length = work[node]!;
    if (elapsed[node] !== 0 || length === 0) {
      const forward = startBound === Infinity ? Infinity : addWork(clock, startBound, length) + elapsed[node]!;
      const finish = Math.min(finishBound, forward);
      return write(node, addWork(clock, finish - elapsed[node]!, -length), finish);
    }
    let worked = clock.worked(finishBound);
    if (startBound !== Infinity) worked = Math.min(worked, clock.worked(startBound) + length);
    late.finish[node] = clock.finishAt(worked);
    late.workedFinish[node] = worked;
    late.start[node] = clock.startAt(worked - length);
    late.workedStart[node] = worked - length;
  };
}
