import { addWork, lastFinish } from "#domain/calendar/work-clock";
import type { WorkClock } from "#domain/calendar/work-clock";
import type { EarlyDates } from "./early";
import { link, state } from "./graph";
import type { Graph } from "./graph";
import type { LateDates, Passed } from "./late";

/** The latest dates of whatever may lie outside working time, where counts of work are not enough. */
export function specialLate(graph: Graph, clock: WorkClock, pass: Passed & { readonly late: LateDates }) {
  const { early, late, end } = pass;
  const boundOf = (edge: number): number => {
    const [kind, next] = [graph.type[edge]!, graph.to[edge]!];
    const toStart = kind <= link.SS || kind === link.earliest;
    const bound = toStart ? late.start[next]! : late.finish[next]!;
    return addWork(clock, bound - graph.lagElapsed[edge]!, -graph.lagWork[edge]!);
  };
  const write = (node: number, start: number, finish: number) => {
    late.start[node] = start;
    late.finish[node] = finish;
    late.workedStart[node] = clock.worked(start);
    late.workedFinish[node] = clock.worked(finish);
  };
  return {
    /** In working minutes: where a link with elapsed lag has to leave from at the latest, and where it leads to now. */
    workedBounds(node: number, edge: number): [number, number] {
      const kind = graph.type[edge]!;
      const own = kind === link.FS || kind === link.FF ? early.finish[node]! : early.start[node]!;
      const reached = addWork(clock, own, graph.lagWork[edge]!) + graph.lagElapsed[edge]!;
      return [clock.worked(boundOf(edge)), clock.worked(reached)];
    },
    place(node: number): void {
      if (graph.state[node] === state.finished) return write(node, graph.actualStart[node]!, graph.actualFinish[node]!);
      let finish = Math.min(end, graph.ceiling[node]!);
      let start = Infinity;
      for (let edge = graph.firstOut[node]!; edge < graph.firstOut[node + 1]!; edge += 1) {
        const kind = graph.type[edge]!;
        if (isIgnored(graph, early, { node, kind, next: graph.to[edge]! })) continue;
        if (kind === link.FS || kind === link.FF) finish = Math.min(finish, boundOf(edge));
        else start = Math.min(start, boundOf(edge));
      }
      const isStarted = graph.state[node] === state.started;
      const work = (isStarted ? graph.leftWork : graph.work)[node]!;
      const elapsed = (isStarted ? graph.leftElapsed : graph.elapsed)[node]!;
      if (!isStarted && start !== Infinity) finish = Math.min(finish, addWork(clock, start, work) + elapsed);
      // Work ends as people go home, not as they come in again: 17:00 where a link from the next morning says 08:00.
      if (work > 0 && elapsed === 0) finish = lastFinish(clock, finish);
      write(node, isStarted ? graph.actualStart[node]! : addWork(clock, finish - elapsed, -work), finish);
    },
  };
}

/** What has already happened no longer waits for anything; only the earliest child moves its summary's opening. */
export function isIgnored(graph: Graph, early: EarlyDates, at: { node: number; kind: number; next: number }): boolean {
  const progress = graph.state[at.next]!;
  if (progress === state.finished || (progress === state.started && at.kind <= link.SS)) return true;
  return at.kind === link.earliest && early.start[at.node]! > early.start[at.next]!;
}
