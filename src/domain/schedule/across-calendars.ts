import type { WorkClock } from "#domain/calendar/work-clock";
import type { Dates, EarlyDates } from "./early";
import { clockAt, isElapsed, link, role, slackClockAt, state } from "./graph";
import type { Graph } from "./graph";
import type { LateDates, Passed } from "./late";

/** Where a link has to leave from at the latest for what follows it to lie where `dates` put it. */
export function backFrom(graph: Graph, clock: WorkClock, { dates, edge }: { dates: Dates; edge: number }): number {
  const [kind, next, lag] = [graph.type[edge]!, graph.to[edge]!, graph.lagWork[edge]!];
  const toStart = kind <= link.SS || kind === link.earliest;
  const hours = clockAt(graph, clock, next);
  const isCounted = graph.work[next]! > 0 && graph.elapsed[next] === 0;
  let bound = toStart ? dates.start[next]! : dates.finish[next]!;
  // Work that ends at 17:00 also ends in time for what ends that night: until people come in again nothing is lost.
  if (!toStart && isCounted && graph.state[next] === state.waiting) bound = hours.startAt(hours.worked(bound));
  bound -= graph.lagElapsed[edge]!;
  // The last instant from which the lag still leads there: what need not stop with the work may go on until it starts again.
  return lag === 0 ? bound : hours.startAt(hours.worked(bound) - lag);
}

/** The last working minute by which a node may end, or begin: work cannot begin at night because what follows does. */
export function lastWorked(
  graph: Graph,
  hours: WorkClock,
  { bound, node, edge }: { bound: number; node: number; edge: number },
): number {
  const worked = hours.worked(bound);
  const kind = graph.type[edge]!;
  const isStartOfWork = kind !== link.FS && kind !== link.FF && graph.work[node]! > 0;
  return isStartOfWork && isOffTheClock(graph, edge) && hours.startAt(worked) > bound ? worked - 1 : worked;
}

/** Whether a link may lead to a minute at which the node it leaves does not work. */
export function isOffTheClock(graph: Graph, edge: number): boolean {
  return graph.own.size > 0 || graph.lagElapsed[edge] !== 0 || isElapsed(graph, graph.to[edge]!);
}

/** The free slack of a node in minutes of its own calendar; what follows counts where it lies now, whatever its hours. */
export function ownFree(
  graph: Graph,
  clock: WorkClock,
  { early, late, end, node }: Passed & { readonly late: LateDates; readonly node: number },
): number {
  const hours = slackClockAt(graph, clock, node);
  let least = Infinity;
  for (let edge = graph.firstOut[node]!; edge < graph.firstOut[node + 1]!; edge += 1) {
    const [kind, next] = [graph.type[edge]!, graph.to[edge]!];
    if (isIgnored(graph, early, { node, kind, next })) continue;
    const own = kind === link.FS || kind === link.FF ? early.finish[node]! : early.start[node]!;
    const more = graph.role[next] === role.task ? 0 : late.free[next]!;
    const bound = backFrom(graph, clock, { dates: early, edge });
    least = Math.min(least, lastWorked(graph, hours, { bound, node, edge }) - hours.worked(own) + more);
  }
  return least === Infinity ? hours.worked(end) - hours.worked(early.finish[node]!) : least;
}

/** What has already happened no longer waits for anything; only the earliest child moves its summary's opening. */
export function isIgnored(graph: Graph, early: EarlyDates, at: { node: number; kind: number; next: number }): boolean {
  const progress = graph.state[at.next]!;
  if (progress === state.finished || (progress === state.started && at.kind <= link.SS)) return true;
  return at.kind === link.earliest && early.start[at.node]! > early.start[at.next]!;
}
