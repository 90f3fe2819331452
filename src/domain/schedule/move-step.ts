import { toMinute } from "./compile";
import type { EarlyDates } from "./early";
import { clockAt, gateOf, hold, role } from "./graph";
import type { Graph } from "./graph";
import type { Network } from "./network";
import { endOf, runNetwork } from "./run";
import type { NoRun, Run } from "./run";
import type { Conflict } from "./conflicts";
import { specialEarly } from "./special-early";

/** Where a task lies and would lie, in milliseconds since 1970. */
export interface MovedTask {
  readonly id: string;
  readonly before: { readonly start: number; readonly finish: number };
  readonly after: { readonly start: number; readonly finish: number };
}

export interface Moved {
  /** Where the task comes to lie; later than asked for when what it waits for allows no earlier. */
  readonly start: number;
  /** Every task that moves, the dragged one among them, in the order of the plan. Groups follow their steps. */
  readonly moved: readonly MovedTask[];
  /** Pins and deadlines that cannot be kept any more, and could before. */
  readonly conflicts: readonly Conflict[];
  readonly finish: { readonly before: number; readonly after: number };
}

export interface Moves {
  readonly kind: "moves";
  /** What else moves if this task starts at that instant, by a pin of its own; null for a task that is not there. Nothing is changed. */
  readonly move: (id: string, start: number) => Moved | null;
}

/**
 * Ready for a drag: `openMoves(planNetwork(plan, today))` once as it begins, `moves.move(id, instant)` for every place the pointer comes by.
 * Only what follows the dragged task, and really changes, is worked out again.
 */
export function openMoves(network: Network): Moves | NoRun {
  const run = runNetwork(network);
  if (run.kind !== "run") return run;
  const graph = asPlanned(run);
  const into = incoming(graph);
  const places = new Map(network.tasks.map(({ id }, place) => [id, place]));
  const turns = new Int32Array(graph.nodes);
  run.order.forEach((node, turn) => (turns[node] = turn));
  const end = endOf(graph, run.planned);
  return {
    kind: "moves",
    move: (id, start) => {
      const place = places.get(id);
      if (place === undefined) return null;
      const node = gateOf(graph, place);
      const changed = propagate({ ...run, graph }, { node, at: toMinute(start), into, turn: turns[node]! });
      return movedOf(network, { before: run.planned, ...changed, place, end, graph });
    },
  };
}

/** The columns with whatever asked to be late already held there, and every node ready to be worked out alone. */
function asPlanned({ graph, late }: Run): Graph {
  const floor = graph.floor.map((at, node) => (graph.isLate[node] === 1 ? Math.max(at, late.start[node]!) : at));
  return { ...graph, floor, isPlain: new Uint8Array(graph.nodes) };
}

/** The links that lead to each node, and where they come from. */
interface Incoming {
  readonly first: Int32Array;
  readonly from: Int32Array;
  readonly edge: Int32Array;
}

function incoming({ nodes, firstOut, to }: Graph): Incoming {
  const first = new Int32Array(nodes + 1);
  for (const node of to) first[node + 1]! += 1;
  for (let node = 0; node < nodes; node += 1) first[node + 1]! += first[node]!;
  const next = first.slice();
  const [from, edges] = [new Int32Array(to.length), new Int32Array(to.length)];
  for (let node = 0; node < nodes; node += 1) {
    for (let edge = firstOut[node]!; edge < firstOut[node + 1]!; edge += 1) {
      const place = next[to[edge]!]!++;
      from[place] = node;
      edges[place] = edge;
    }
  }
  return { first, from, edge: edges };
}

interface Drag {
  readonly node: number;
  readonly at: number;
  readonly into: Incoming;
  readonly turn: number;
}

function propagate({ graph, clock, order, planned }: Run, { node, at, into, turn }: Drag) {
  const floor = graph.floor.slice();
  const holdAt = graph.holdAt.slice();
  if (graph.hold[node] === hold.none) floor[node] = at;
  else holdAt[node] = clockAt(graph, clock, node).startAt(clockAt(graph, clock, node).worked(at));
  const after: EarlyDates = {
    start: planned.start.slice(),
    finish: planned.finish.slice(),
    workedStart: planned.workedStart.slice(),
    workedFinish: planned.workedFinish.slice(),
    natural: new Map(),
  };
  const special = specialEarly({ ...graph, floor, holdAt }, clock, after);
  const isDirty = new Uint8Array(graph.nodes);
  isDirty[node] = 1;
  const placed: number[] = [];
  for (let [now, left] = [turn, 1]; left > 0; now += 1) {
    const each = order[now]!;
    if (isDirty[each] === 0) continue;
    left -= 1;
    for (let link = into.first[each]!; link < into.first[each + 1]!; link += 1) {
      special.pass(into.from[link]!, into.edge[link]!);
    }
    special.place(each);
    placed.push(each);
    if (after.start[each] === planned.start[each] && after.finish[each] === planned.finish[each]) continue;
    for (let edge = graph.firstOut[each]!; edge < graph.firstOut[each + 1]!; edge += 1) {
      const next = graph.to[edge]!;
      left += 1 - isDirty[next]!;
      isDirty[next] = 1;
    }
  }
  return { after, placed };
}

interface Changed {
  readonly before: EarlyDates;
  readonly after: EarlyDates;
  readonly placed: readonly number[];
  readonly place: number;
  readonly end: number;
  readonly graph: Graph;
}

const minuteMs = 60_000;

function movedOf(network: Network, { before, after, placed, place, end, graph }: Changed): Moved {
  const tasks = placed.filter((node) => graph.role[node] === role.task).toSorted((a, b) => a - b);
  const span = (dates: EarlyDates, node: number) => ({
    start: dates.start[node]! * minuteMs,
    finish: dates.finish[node]! * minuteMs,
  });
  const moved = tasks.flatMap((node): readonly MovedTask[] => {
    const [was, is] = [span(before, node), span(after, node)];
    const isSame = was.start === is.start && was.finish === is.finish;
    return isSame ? [] : [{ id: network.tasks[node]!.id, before: was, after: is }];
  });
  const conflicts = tasks.flatMap((node): readonly Conflict[] => {
    const { id, deadline } = network.tasks[node]!;
    const possible = after.natural.get(node) ?? -Infinity;
    const isBroken = possible > after.start[node]! && !((before.natural.get(node) ?? -Infinity) > before.start[node]!);
    const { start: pinned, finish } = span(after, node);
    return [
      ...(isBroken ? [{ kind: "pinned-before-predecessors" as const, id, pinned, possible: possible * minuteMs }] : []),
      ...(deadline !== null && finish > deadline && span(before, node).finish <= deadline
        ? [{ kind: "deadline-missed" as const, id, deadline, finish }]
        : []),
    ];
  });
  const finish = { before: end * minuteMs, after: endOf(graph, after) * minuteMs };
  const first = graph.role[place] === role.summary ? (moved[0]?.after.start ?? NaN) : after.start[place]! * minuteMs;
  return { start: first, moved, conflicts, finish };
}
