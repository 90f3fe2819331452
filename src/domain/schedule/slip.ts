import type { Span } from "#domain/calendar/duration";
import { addWork } from "#domain/calendar/work-clock";
import type { Network } from "./network";
import { clockAt, gateOf, gateToOpening } from "./graph";
import { endOf, runGraph, runNetwork } from "./run";
import type { NoRun } from "./run";

export interface Slip {
  readonly kind: "slip";
  /** Every task that ends later, in the order of the plan; instants in milliseconds since 1970. */
  readonly moved: readonly {
    readonly id: string;
    readonly before: number;
    readonly after: number;
    readonly minutes: number;
  }[];
  /** Working minutes by which the whole plan ends later. */
  readonly planMinutes: number;
}

const minuteMs = 60_000;

/** What happens to everything else if one task starts that much later than it would; a group starts with the first of its steps. */
export function slipImpact(network: Network, id: string, slip: Span): Slip | NoRun {
  const run = runNetwork(network);
  if (run.kind !== "run") return run;
  const place = network.tasks.findIndex((task) => task.id === id);
  if (place < 0) return { kind: "faulty", faults: [{ kind: "unknown-step", from: id, to: id, missing: id }] };
  const { graph, clock, order, planned } = run;
  const node = gateOf(graph, place);
  const begins = node === place ? node : node + gateToOpening;
  const floor = graph.floor.slice();
  const holdAt = graph.holdAt.slice();
  const start = addWork(clockAt(graph, clock, node), planned.start[begins]!, slip.work) + slip.elapsed;
  floor[node] = Math.max(floor[node]!, start);
  holdAt[node] = Math.max(holdAt[node]!, start);
  const later = runGraph({ ...graph, floor, holdAt }, clock, order);
  const moved = network.tasks.flatMap((task, other) => {
    const [before, after] = [planned.finish[other]!, later.planned.finish[other]!];
    const hours = clockAt(graph, clock, other);
    const minutes = hours.worked(after) - hours.worked(before);
    return after > before ? [{ id: task.id, before: before * minuteMs, after: after * minuteMs, minutes }] : [];
  });
  const [end, laterEnd] = [endOf(graph, planned), endOf(graph, later.planned)];
  return { kind: "slip", moved, planMinutes: clock.worked(laterEnd) - clock.worked(end) };
}
