import { addWork } from "#domain/calendar/work-clock";
import type { WorkClock } from "#domain/calendar/work-clock";
import type { EarlyDates } from "./early";
import { clockAt, hold, link, role, state } from "./graph";
import type { Graph } from "./graph";

/** Places milestones, elapsed time, summaries, held pins and progress, which need instants and not only counts of work. */
export function specialEarly(graph: Graph, clock: WorkClock, dates: EarlyDates) {
  const isNeeded = graph.isPlain.includes(0);
  const startBound = isNeeded ? graph.floor.slice() : graph.floor;
  const finishBound = isNeeded ? graph.finishFloor.slice() : graph.finishFloor;
  const earliest = new Float64Array(isNeeded ? graph.nodes : 0).fill(Infinity);
  const write = (node: number, start: number, finish: number) => {
    dates.start[node] = start;
    dates.finish[node] = finish;
    dates.workedStart[node] = clock.worked(start);
    dates.workedFinish[node] = clock.worked(finish);
  };
  const boundOf = (node: number, edge: number): number => {
    const kind = graph.type[edge]!;
    const own = kind === link.FS || kind === link.FF ? dates.finish[node]! : dates.start[node]!;
    return addWork(clockAt(graph, clock, graph.to[edge]!), own, graph.lagWork[edge]!) + graph.lagElapsed[edge]!;
  };
  return {
    /** Where a link leads to from where its first node lies. */
    boundOf,
    /** Tells the node after a link what it has to wait for. */
    pass(node: number, edge: number): void {
      const [kind, next, bound] = [graph.type[edge]!, graph.to[edge]!, boundOf(node, edge)];
      if (kind <= link.SS) startBound[next] = Math.max(startBound[next]!, bound);
      else if (kind === link.earliest) earliest[next] = Math.min(earliest[next]!, bound);
      else finishBound[next] = Math.max(finishBound[next]!, bound);
    },
    place(node: number): void {
      const until = finishBound[node]!;
      const hours = clockAt(graph, clock, node);
      if (graph.state[node] !== state.waiting) {
        const [start, finish] = progressed(graph, hours, node);
        const isOver = graph.state[node] === state.finished;
        return write(node, start, isOver ? finish : Math.max(finish, until));
      }
      const [work, elapsed] = [graph.work[node]!, graph.elapsed[node]!];
      const from = graph.role[node] === role.opening ? earliest[node]! : startBound[node]!;
      const back = until === -Infinity ? -Infinity : addWork(hours, until - elapsed, -work);
      const natural = settle(graph, hours, { node, at: Math.max(from, back) });
      const start = holdTo(graph, node, natural);
      if (start !== natural) dates.natural.set(node, natural);
      write(node, start, addWork(hours, start, work) + elapsed);
    },
  };
}

function progressed(graph: Graph, clock: WorkClock, node: number): readonly [number, number] {
  const finish = graph.actualFinish[node]!;
  if (graph.state[node] === state.finished) return [graph.actualStart[node]!, finish];
  return [graph.actualStart[node]!, addWork(clock, finish, graph.leftWork[node]!) + graph.leftElapsed[node]!];
}

function holdTo(graph: Graph, node: number, natural: number): number {
  if (graph.hold[node] === hold.none) return natural;
  const at = graph.holdAt[node]!;
  return graph.hold[node] === hold.noLater ? Math.min(natural, at) : at;
}

/**
 * Work starts when work happens. Elapsed time starts at once. A milestone stays at the end of the work before it, Friday
 * 17:00 and not Monday 08:00, but a bound in the midst of a weekend moves on to the next work.
 */
function settle(graph: Graph, clock: WorkClock, { node, at }: { node: number; at: number }): number {
  const work = graph.work[node]!;
  if (graph.role[node] !== role.task || (work === 0 && graph.elapsed[node]! > 0)) return at;
  const worked = clock.worked(at);
  return work === 0 && clock.finishAt(worked) === at ? at : clock.startAt(worked);
}
