import { addWork, lastFinish, nextStart } from "#domain/calendar/work-clock";
import type { WorkClock } from "#domain/calendar/work-clock";
import { backFrom, isIgnored, isOffTheClock, lastWorked, ownFree } from "./across-calendars";
import { clockAt, hold, isElapsed, isMilestone, link, role, state } from "./graph";
import type { Graph } from "./graph";
import type { LateDates, Passed } from "./late";

/** The latest dates of whatever may lie outside working time, where counts of work are not enough. */
export function specialLate(graph: Graph, clock: WorkClock, pass: Passed & { readonly late: LateDates }) {
  const { early, late, end } = pass;
  const boundOf = (edge: number): number => backFrom(graph, clock, { dates: late, edge });
  const startBound = (hours: WorkClock, edge: number, node: number): number => {
    const bound = boundOf(edge);
    const worked = lastWorked(graph, hours, { bound, node, edge });
    return isOffTheClock(graph, edge) ? Math.min(bound, hours.startAt(worked)) : bound;
  };
  const write = (node: number, start: number, finish: number) => {
    late.start[node] = start;
    late.finish[node] = finish;
    late.workedStart[node] = clock.worked(start);
    late.workedFinish[node] = clock.worked(finish);
  };
  const lastEnds = (node: number, hours: WorkClock) => {
    let [start, finish] = [end, Math.min(end, graph.ceiling[node]!)];
    if (graph.hold[node] === hold.mustStart && graph.role[node] === role.task) return { start, finish };
    for (let edge = graph.firstOut[node]!; edge < graph.firstOut[node + 1]!; edge += 1) {
      const kind = graph.type[edge]!;
      if (isIgnored(graph, early, { node, kind, next: graph.to[edge]! })) continue;
      if (kind === link.FS || kind === link.FF) finish = Math.min(finish, boundOf(edge));
      else start = Math.min(start, startBound(hours, edge, node));
    }
    return { start, finish };
  };
  return {
    /** In working minutes: where a link has to leave from by the late dates of what follows, and by its early ones. */
    workedBounds(node: number, edge: number): [number, number] {
      const last = (bound: number) => lastWorked(graph, clock, { bound, node, edge });
      return [last(boundOf(edge)), last(backFrom(graph, clock, { dates: early, edge }))];
    },
    place(node: number): void {
      const hours = clockAt(graph, clock, node);
      if (graph.own.has(node) || isElapsed(graph, node)) late.free[node] = ownFree(graph, clock, { ...pass, node });
      if (graph.state[node] === state.finished) return write(node, graph.actualStart[node]!, graph.actualFinish[node]!);
      const isStarted = graph.state[node] === state.started;
      const work = (isStarted ? graph.leftWork : graph.work)[node]!;
      const elapsed = (isStarted ? graph.leftElapsed : graph.elapsed)[node]!;
      const last = lastEnds(node, hours);
      let finish = isStarted ? last.finish : Math.min(last.finish, addWork(hours, last.start, work) + elapsed);
      // Work ends as people go home, not as they come in again: 17:00 where a link from the next morning says 08:00.
      if (work > 0 && elapsed === 0) finish = lastFinish(hours, finish);
      if (isMilestone(graph, node) && nextStart(hours, finish) > finish) finish = lastFinish(hours, finish);
      write(node, isStarted ? graph.actualStart[node]! : addWork(hours, finish - elapsed, -work), finish);
    },
  };
}
