import type { Calendar } from "#domain/calendar/calendar";
import { addWork, nextStart, workClock } from "#domain/calendar/work-clock";
import type { WorkClock } from "#domain/calendar/work-clock";
import { listEdges } from "./edges";
import type { Edges } from "./edges";
import type { Family } from "./family";
import { clockAt, hold, link, role, state } from "./graph";
import type { Graph } from "./graph";
import type { DatedPin, NamedDay, Network, Task } from "./network";

/** Writes a network that has no fault into columns. */
export function compile(network: Network, family: Family, clock: WorkClock): Graph {
  const edges = listEdges(network, family);
  const graph = emptyGraph(edges, ownClocks(network, family));
  const from = toMinute(network.start);
  const start = nextStart(clock, from);
  const status = network.status === null || network.status === undefined ? -Infinity : toMinute(network.status);
  graph.floor.fill(start);
  // A group opens with the plan, so that a step of it may begin outside the hours of the others.
  graph.floor.fill(from, network.tasks.length);
  network.tasks.forEach((task, place) => {
    graph.role[place] = family.hasChildren[place] === 1 ? role.summary : role.task;
    // A summary's own pins hold its children through the gate; its deadline waits at the closing.
    const first = family.hasChildren[place] === 1 ? edges.gateOf(place) : place;
    const last = family.hasChildren[place] === 1 ? edges.closingOf(place) : place;
    if (first === place) {
      graph.work[place] = task.duration.work;
      graph.elapsed[place] = task.duration.elapsed;
      if (graph.own.has(place)) graph.floor[place] = nextStart(clockAt(graph, clock, place), from);
      writeProgress({ graph, place, status }, task, clockAt(graph, clock, place));
    }
    writePin({ graph, first, last }, task, clockAt(graph, clock, first));
    if (task.deadline !== null) graph.ceiling[last] = Math.min(graph.ceiling[last]!, toMinute(task.deadline));
  });
  markPlain(graph);
  markBare(graph);
  return graph;
}

function markPlain(graph: Graph): void {
  for (let node = 0; node < graph.nodes; node += 1) {
    const isWork = graph.role[node] === role.task && graph.work[node]! > 0 && graph.elapsed[node] === 0;
    const isFree =
      graph.hold[node] === hold.none && graph.finishFloor[node] === -Infinity && graph.ceiling[node] === Infinity;
    const isUsual = graph.state[node] === state.waiting && !graph.own.has(node);
    graph.isPlain[node] = isWork && isFree && isUsual ? 1 : 0;
  }
}

function markBare({ to, type, lagWork, lagElapsed, isPlain, isBare }: Graph): void {
  for (let edge = 0; edge < to.length; edge += 1) {
    const isWithoutLag = lagWork[edge] === 0 && lagElapsed[edge] === 0;
    isBare[edge] = type[edge] === link.FS && isWithoutLag && isPlain[to[edge]!] === 1 ? 1 : 0;
  }
}

/** One clock a calendar, however many tasks keep it. */
function ownClocks({ tasks, calendar }: Network, family: Family): ReadonlyMap<number, WorkClock> {
  const clocks = new Map<Calendar, WorkClock>();
  const own = new Map<number, WorkClock>();
  tasks.forEach((task, place) => {
    const theirs = task.calendar ?? null;
    if (theirs === null || theirs === calendar || family.hasChildren[place] === 1) return;
    const known = clocks.get(theirs) ?? workClock(theirs);
    clocks.set(theirs, known);
    own.set(place, known);
  });
  return own;
}

function emptyGraph(edges: Edges, own: Graph["own"]): Graph {
  const { nodes } = edges;
  const numbers = () => new Float64Array(nodes);
  return {
    ...edges,
    own,
    isPlain: new Uint8Array(nodes),
    isBare: new Uint8Array(edges.to.length),
    work: numbers(),
    elapsed: numbers(),
    floor: numbers(),
    finishFloor: numbers().fill(-Infinity),
    hold: new Uint8Array(nodes),
    holdAt: numbers(),
    ceiling: numbers().fill(Infinity),
    state: new Uint8Array(nodes),
    actualStart: numbers(),
    actualFinish: numbers(),
    leftWork: numbers(),
    leftElapsed: numbers(),
    isLate: new Uint8Array(nodes),
  };
}

function writeProgress(into: { graph: Graph; place: number; status: number }, task: Task, clock: WorkClock): void {
  const { graph, place, status } = into;
  const { progress, duration } = task;
  if (progress.kind === "waiting") return;
  graph.actualStart[place] = toMinute(progress.start);
  if (progress.kind === "finished") {
    graph.state[place] = state.finished;
    graph.actualFinish[place] = toMinute(progress.finish);
    return;
  }
  graph.state[place] = state.started;
  const done = addWork(clock, toMinute(progress.start), Math.max(0, duration.work - progress.remaining.work));
  const doneElapsed = Math.max(0, duration.elapsed - progress.remaining.elapsed);
  graph.actualFinish[place] = Math.max(done + doneElapsed, status);
  graph.leftWork[place] = progress.remaining.work;
  graph.leftElapsed[place] = progress.remaining.elapsed;
}

function writePin(into: { graph: Graph; first: number; last: number }, task: Task, clock: WorkClock): void {
  const { graph, first, last } = into;
  const { pin } = task;
  if (pin.kind === "as-soon-as-possible") return;
  if (pin.kind === "as-late-as-possible") {
    graph.isLate[first] = 1;
    return;
  }
  const { start, finish } = pinnedSpan(task, { kind: pin.kind, at: toMinute(pin.at) }, clock);
  if (pin.kind === "start-no-earlier-than" || pin.kind === "planned-for")
    graph.floor[first] = Math.max(graph.floor[first]!, start);
  else if (pin.kind === "finish-no-earlier-than") graph.finishFloor[last] = finish;
  else {
    graph.hold[first] = holdOf(pin.kind);
    graph.holdAt[first] = start;
    if (pin.kind !== "by-hand") graph.ceiling[last] = finish;
  }
}

function holdOf(kind: DatedPin | NamedDay): number {
  if (kind === "by-hand") return hold.byHand;
  return kind.startsWith("must") ? hold.mustStart : hold.noLater;
}

/** Where a task lies that starts, or finishes, just as its pin says. */
function pinnedSpan({ duration }: Task, { kind, at }: { kind: DatedPin | NamedDay; at: number }, clock: WorkClock) {
  const isFinish = kind === "must-finish-on" || kind.startsWith("finish");
  if (isFinish) return { start: addWork(clock, at - duration.elapsed, -duration.work), finish: at };
  const start = duration.work > 0 ? nextStart(clock, at) : at;
  return { start, finish: addWork(clock, start, duration.work) + duration.elapsed };
}

export function toMinute(instant: number): number {
  return Math.floor(instant / 60_000);
}
