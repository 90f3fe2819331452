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
  const { nodes, firstOut, to, type, lagWork, lagElapsed, work, isPlain, isBare } = graph;
  const dates: EarlyDates = { ...newDates(nodes), natural: new Map() };
  const { start, finish, workedStart, workedFinish } = dates;
  const special = specialEarly(graph, clock, dates);
  // Until a node is placed, its two counts hold the bounds on its start and its finish: memory is what a large plan waits for.
  fillWorkedFloors(graph, clock, workedStart);
  workedFinish.fill(-Infinity);
  for (let turn = 0; turn < nodes; turn += 1) {
    const node = order[turn]!;
    if (isPlain[node] === 0) special.place(node);
    else {
      const length = work[node]!;
      const back = workedFinish[node]! - length;
      const worked = back > workedStart[node]! ? back : workedStart[node]!;
      workedStart[node] = worked;
      workedFinish[node] = worked + length;
      start[node] = clock.startAt(worked);
      finish[node] = clock.finishAt(worked + length);
    }
    const end = firstOut[node + 1]!;
    for (let edge = firstOut[node]!; edge < end; edge += 1) {
      const next = to[edge]!;
      if (isBare[edge] === 1) {
        if (workedFinish[node]! > workedStart[next]!) workedStart[next] = workedFinish[node]!;
        continue;
      }
      if (isPlain[next] === 0) {
        special.pass(node, edge);
        continue;
      }
      const kind = type[edge]!;
      const own = kind === link.FS || kind === link.FF ? workedFinish[node]! : workedStart[node]!;
      const bound = lagElapsed[edge] === 0 ? own + lagWork[edge]! : clock.worked(special.boundOf(node, edge));
      if (kind <= link.SS) {
        if (bound > workedStart[next]!) workedStart[next] = bound;
      } else if (bound > workedFinish[next]!) workedFinish[next] = bound;
    }
  }
  return dates;
}

export function newDates(nodes: number): Dates {
  const numbers = () => new Float64Array(nodes);
  return { start: numbers(), finish: numbers(), workedStart: numbers(), workedFinish: numbers() };
}

/** Most floors are the start of the plan, so the last answer is kept. */
function fillWorkedFloors({ floor, nodes }: Graph, clock: WorkClock, worked: Float64Array): void {
  let [lastFloor, last] = [NaN, 0];
  for (let node = 0; node < nodes; node += 1) {
    const at = floor[node]!;
    if (at !== lastFloor) [lastFloor, last] = [at, clock.worked(at)];
    worked[node] = last;
  }
}
