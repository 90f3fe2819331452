import type { WorkClock } from "#domain/calendar/work-clock";
import { link } from "./graph";
import type { Graph } from "./graph";
import { specialEarly } from "./special-early";

/** Where every node lies, in minutes since 1970, and the working minutes counted up to there. */
export interface Dates {
  readonly start: Float64Array;
  readonly finish: Float64Array;
  readonly workedStart: Float64Array;
  readonly workedFinish: Float64Array;
}

export interface EarlyDates extends Dates {
  /** Where links alone would have put the start of a node that a pin holds elsewhere. */
  readonly natural: Map<number, number>;
}

/**
 * The earliest dates: each node as early as its floor, its pins and everything before it allow. Plain work is compared by
 * working minutes alone, where a lag is an addition; whatever may lie outside working time is left to `specialEarly`.
 */
export function earlyDates(graph: Graph, clock: WorkClock, order: Int32Array): EarlyDates {
  const { nodes, firstOut, to, type, lagWork, lagElapsed, work, isPlain } = graph;
  const dates: EarlyDates = { ...newDates(nodes), natural: new Map() };
  const { start, finish, workedStart, workedFinish } = dates;
  const special = specialEarly(graph, clock, dates);
  const from = workedFloors(graph, clock);
  const until = new Float64Array(nodes).fill(-Infinity);
  for (let turn = 0; turn < nodes; turn += 1) {
    const node = order[turn]!;
    if (isPlain[node] === 0) special.place(node);
    else {
      const length = work[node]!;
      const back = until[node]! - length;
      const worked = back > from[node]! ? back : from[node]!;
      workedStart[node] = worked;
      workedFinish[node] = worked + length;
      start[node] = clock.startAt(worked);
      finish[node] = clock.finishAt(worked + length);
    }
    const end = firstOut[node + 1]!;
    for (let edge = firstOut[node]!; edge < end; edge += 1) {
      const next = to[edge]!;
      if (isPlain[next] === 0) {
        special.pass(node, edge);
        continue;
      }
      const kind = type[edge]!;
      const own = kind === link.FS || kind === link.FF ? workedFinish[node]! : workedStart[node]!;
      const bound = lagElapsed[edge] === 0 ? own + lagWork[edge]! : clock.worked(special.boundOf(node, edge));
      if (kind <= link.SS) {
        if (bound > from[next]!) from[next] = bound;
      } else if (bound > until[next]!) until[next] = bound;
    }
  }
  return dates;
}

export function newDates(nodes: number): Dates {
  const numbers = () => new Float64Array(nodes);
  return { start: numbers(), finish: numbers(), workedStart: numbers(), workedFinish: numbers() };
}

/** Most floors are the start of the plan, so the last answer is kept. */
function workedFloors({ floor, nodes }: Graph, clock: WorkClock): Float64Array {
  const worked = new Float64Array(nodes);
  let [lastFloor, last] = [NaN, 0];
  for (let node = 0; node < nodes; node += 1) {
    const at = floor[node]!;
    if (at !== lastFloor) [lastFloor, last] = [at, clock.worked(at)];
    worked[node] = last;
  }
  return worked;
}
