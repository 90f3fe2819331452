import { addWork } from "#domain/calendar/work-clock";
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
      if (graph.state[node] === state.started) return write(node, graph.actualStart[node]!, finish);
      const [work, elapsed] = [graph.work[node]!, graph.elapsed[node]!];
      if (start !== Infinity) finish = Math.min(finish, addWork(clock, start, work) + elapsed);
      write(node, addWork(clock, finish - elapsed, -work), finish);
    },
  };
}

/** What has already happened no longer waits for anything; only the earliest child moves its summary's opening. */
export function isIgnored(graph: Graph, early: EarlyDates, at: { node: number; kind: number; next: number }): boolean {
  const progress = graph.state[at.next]!;
  if (progress === state.finished || (progress === state.started && at.kind <= link.SS)) return true;
  return at.kind === link.earliest && early.start[at.node]! > early.start[at.next]!;
}
