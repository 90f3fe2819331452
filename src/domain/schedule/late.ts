import type { WorkClock } from "#domain/calendar/work-clock";
import { isIgnored } from "./across-calendars";
import { newDates } from "./early";
import type { Dates, EarlyDates } from "./early";
import { link, role } from "./graph";
import type { Graph } from "./graph";
import { specialLate } from "./special-late";

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
export function lateDates(graph: Graph, clock: WorkClock, passed: Passed): LateDates {
  const { nodes, firstOut, to, type, lagElapsed, lagWork, work, isPlain, isBare } = graph;
  const { order, early, end } = passed;
  const late: LateDates = { ...newDates(nodes), free: new Float64Array(nodes) };
  const { start, finish, workedStart, workedFinish, free } = late;
  const { workedStart: earlyStart, workedFinish: earlyFinish } = early;
  const special = specialLate(graph, clock, { ...passed, late });
  const workedEnd = nodes === 0 ? 0 : clock.worked(end);
  for (let turn = nodes - 1; turn >= 0; turn -= 1) {
    const node = order[turn]!;
    const length = work[node]!;
    const ownFinish = earlyFinish[node]!;
    let until = workedEnd;
    let slack = Infinity;
    const last = firstOut[node + 1]!;
    for (let edge = firstOut[node]!; edge < last; edge += 1) {
      const next = to[edge]!;
      if (isBare[edge] === 1) {
        if (workedStart[next]! < until) until = workedStart[next]!;
        const slip = earlyStart[next]! - ownFinish;
        if (slip < slack) slack = slip;
        continue;
      }
      const kind = type[edge]!;
      const isNextPlain = isPlain[next] === 1;
      if (!isNextPlain && isIgnored(graph, early, { node, kind, next })) continue;
      const toStart = kind <= link.SS || kind === link.earliest;
      const fromFinish = kind === link.FS || kind === link.FF;
      let bound = (toStart ? workedStart[next]! : workedFinish[next]!) - lagWork[edge]!;
      let reach = (toStart ? earlyStart[next]! : earlyFinish[next]!) - lagWork[edge]!;
      if (lagElapsed[edge] !== 0 || (!isNextPlain && (graph.own.has(next) || graph.elapsed[next]! > 0)))
        [bound, reach] = special.workedBounds(node, edge);
      if (!fromFinish) bound += length;
      if (bound < until) until = bound;
      let slip = reach - (fromFinish ? ownFinish : earlyStart[node]!);
      if (!isNextPlain && graph.role[next] !== role.task) slip += free[next]!;
      if (slip < slack) slack = slip;
    }
    free[node] = slack === Infinity ? workedEnd - ownFinish : slack;
    if (isPlain[node] === 0) special.place(node);
    else {
      finish[node] = clock.finishAt(until);
      workedFinish[node] = until;
      start[node] = clock.startAt(until - length);
      workedStart[node] = until - length;
    }
  }
  return late;
}
