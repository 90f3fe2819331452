import { addWork, lastFinish } from "#domain/calendar/work-clock";
import type { WorkClock } from "#domain/calendar/work-clock";
import { backFrom, isIgnored, lastWorked, ownFree } from "./across-calendars";
import { clockAt, link, state } from "./graph";
import type { Graph } from "./graph";
import type { LateDates, Passed } from "./late";

/** The latest dates of whatever may lie outside working time, where counts of work are not enough. */
export function specialLate(graph: Graph, clock: WorkClock, pass: Passed & { readonly late: LateDates }) {
  const { early, late, end } = pass;
  const boundOf = (edge: number): number => backFrom(graph, clock, { dates: late, edge });
  const startBound = (hours: WorkClock, edge: number): number => {
    const bound = boundOf(edge);
    const worked = lastWorked(graph, hours, { bound, kind: graph.type[edge]! });
    return graph.own.size === 0 ? bound : Math.min(bound, hours.startAt(worked));
  };
  const write = (node: number, start: number, finish: number) => {
    late.start[node] = start;
    late.finish[node] = finish;
    late.workedStart[node] = clock.worked(start);
    late.workedFinish[node] = clock.worked(finish);
  };
  return {
    /** In working minutes: where a link has to leave from by the late dates of what follows, and by its early ones. */
    workedBounds(edge: number): [number, number] {
      const kind = graph.type[edge]!;
      const now = backFrom(graph, clock, { dates: early, edge });
      return [lastWorked(graph, clock, { bound: boundOf(edge), kind }), lastWorked(graph, clock, { bound: now, kind })];
    },
    place(node: number): void {
      const hours = clockAt(graph, clock, node);
      if (graph.own.has(node)) late.free[node] = ownFree(graph, clock, { ...pass, node });
      if (graph.state[node] === state.finished) return write(node, graph.actualStart[node]!, graph.actualFinish[node]!);
      let finish = Math.min(end, graph.ceiling[node]!);
      let start = Infinity;
      for (let edge = graph.firstOut[node]!; edge < graph.firstOut[node + 1]!; edge += 1) {
        const kind = graph.type[edge]!;
        if (isIgnored(graph, early, { node, kind, next: graph.to[edge]! })) continue;
        if (kind === link.FS || kind === link.FF) finish = Math.min(finish, boundOf(edge));
        else start = Math.min(start, startBound(hours, edge));
      }
      const isStarted = graph.state[node] === state.started;
      const work = (isStarted ? graph.leftWork : graph.work)[node]!;
      const elapsed = (isStarted ? graph.leftElapsed : graph.elapsed)[node]!;
      if (!isStarted && start !== Infinity) finish = Math.min(finish, addWork(hours, start, work) + elapsed);
      // Work ends as people go home, not as they come in again: 17:00 where a link from the next morning says 08:00.
      if (work > 0 && elapsed === 0) finish = lastFinish(hours, finish);
      write(node, isStarted ? graph.actualStart[node]! : addWork(hours, finish - elapsed, -work), finish);
    },
  };
}
