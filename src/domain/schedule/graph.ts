import { continuousCalendar } from "#domain/calendar/calendar";
import { workClock } from "#domain/calendar/work-clock";
import type { WorkClock } from "#domain/calendar/work-clock";

/**
 * A network in columns, one entry a node and one a link, so that a hundred thousand steps pass in milliseconds. Minutes
 * since 1970 and minutes of work. A summary becomes up to three nodes: a gate that its children wait behind, a closing
 * that waits for them, and an opening at the earliest of their starts, where links leave from it.
 */
export interface Graph {
  readonly nodes: number;
  /** The task of each node; the first nodes are the tasks themselves, in their order. */
  readonly owner: Int32Array;
  readonly role: Uint8Array;
  /** The clocks of nodes that are worked by a calendar of their own. */
  readonly own: ReadonlyMap<number, WorkClock>;
  /** 1 for work alone: no milestone, elapsed time, summary, held pin, deadline, progress or calendar of its own. By far the most frequent. */
  readonly isPlain: Uint8Array;
  readonly work: Float64Array;
  readonly elapsed: Float64Array;
  /** The earliest start that is allowed: the start of the plan or a pin. */
  readonly floor: Float64Array;
  /** The earliest finish that is allowed; −Infinity for none. */
  readonly finishFloor: Float64Array;
  /** A pin that holds against predecessors: the start may not pass it, or must be it. */
  readonly hold: Uint8Array;
  readonly holdAt: Float64Array;
  /** The latest finish that is allowed: a deadline or a pin; Infinity for none. */
  readonly ceiling: Float64Array;
  readonly state: Uint8Array;
  readonly actualStart: Float64Array;
  /** When a finished task ended, or when what is left of a started one can go on. */
  readonly actualFinish: Float64Array;
  readonly leftWork: Float64Array;
  readonly leftElapsed: Float64Array;
  readonly isLate: Uint8Array;
  /** The links that leave node i lie from firstOut[i] to firstOut[i + 1]. */
  readonly firstOut: Int32Array;
  readonly to: Int32Array;
  readonly type: Uint8Array;
  readonly lagWork: Float64Array;
  readonly lagElapsed: Float64Array;
  /** 1 for a finish-to-start link without lag to a plain node: nothing else of it need be looked at. By far the most frequent. */
  readonly isBare: Uint8Array;
}

/** The clock a node is worked by. A lag is counted by the clock of the node it leads to, as in MS Project. */
export function clockAt({ own }: Graph, clock: WorkClock, node: number): WorkClock {
  return own.get(node) ?? clock;
}

/** Where a task is held back: a group at its gate, which all of its steps wait behind. */
export function gateOf({ owner, role: roles }: Graph, place: number): number {
  if (roles[place] !== role.summary) return place;
  return owner.findIndex((owned, node) => owned === place && roles[node] === role.gate);
}

/** The nodes of a group lie side by side: its gate, its opening, its closing. */
export const gateToOpening = 1;

/** What takes no working time at all, and what only takes time on the wall. */
export function isMilestone({ role: roles, work, elapsed }: Graph, node: number): boolean {
  return roles[node] === role.task && work[node] === 0 && elapsed[node] === 0;
}

export function isElapsed({ role: roles, work, elapsed }: Graph, node: number): boolean {
  return roles[node] === role.task && work[node] === 0 && elapsed[node]! > 0;
}

/** The clock that counts by how much a node may slip: elapsed time slips through nights and weekends, as in MS Project. */
export function slackClockAt(graph: Graph, clock: WorkClock, node: number): WorkClock {
  return isElapsed(graph, node) ? wallClock : clockAt(graph, clock, node);
}

const wallClock = workClock(continuousCalendar("UTC"));

export const role = { task: 0, gate: 1, opening: 2, closing: 3, summary: 4 } as const;
/** Where a pin holds against predecessors: exactly there and nowhere else, no later, or there though it may slip. */
export const hold = { none: 0, mustStart: 1, noLater: 2, byHand: 3 } as const;
export const state = { waiting: 0, started: 1, finished: 2 } as const;

/** `earliest` leads from a child to its summary's opening, which takes the smallest start instead of the largest. */
export const link = { FS: 0, SS: 1, FF: 2, SF: 3, earliest: 4 } as const;
