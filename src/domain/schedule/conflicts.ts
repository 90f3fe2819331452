import { nextStart } from "#domain/calendar/work-clock";
import { toMinute } from "./compile";
import { clockAt, role, state } from "./graph";
import type { Network, Task } from "./network";
import type { Run } from "./run";

/** Something the plan asks for that its links do not allow. A pin that holds is followed all the same, as in MS Project. */
export type Conflict =
  | {
      readonly kind: "pinned-before-predecessors";
      readonly id: string;
      readonly pinned: number;
      readonly possible: number;
    }
  | { readonly kind: "later-than-planned"; readonly id: string; readonly planned: number; readonly start: number }
  | { readonly kind: "deadline-missed"; readonly id: string; readonly deadline: number; readonly finish: number };

interface Dated {
  readonly start: number;
  readonly finish: number;
}

/** What cannot be kept, in the order of the plan. */
export function conflictsOf({ tasks }: Network, run: Run, items: readonly Dated[]): Conflict[] {
  const gates = gatesOf(run);
  return tasks.flatMap((task, place) => [
    ...broken(task, run, place),
    ...late(task, run, { place, gate: gates.get(place) ?? null, start: items[place]!.start }),
    ...missed(task, items[place]!),
  ]);
}

const minuteMs = 60_000;

function broken({ id }: Task, { planned }: Run, place: number): Conflict[] {
  const possible = planned.natural.get(place) ?? -Infinity;
  if (possible <= planned.start[place]!) return [];
  const pinned = planned.start[place]! * minuteMs;
  return [{ kind: "pinned-before-predecessors", id, pinned, possible: possible * minuteMs }];
}

/** A group is late when it is held back itself; steps of it that only lie later are not. */
function late(task: Task, run: Run, at: { place: number; gate: number | null; start: number }): Conflict[] {
  const { pin, id } = task;
  const { graph, planned } = run;
  if (pin.kind !== "planned-for" || graph.state[at.place] !== state.waiting) return [];
  const day = nextStart(clockAt(graph, run.clock, at.place), toMinute(pin.at));
  const held = planned.start[at.gate ?? at.place]!;
  if (held <= day || at.start <= day * minuteMs) return [];
  return [{ kind: "later-than-planned", id, planned: day * minuteMs, start: at.start }];
}

function missed({ id, deadline }: Task, { finish }: Dated): Conflict[] {
  return deadline !== null && finish > deadline ? [{ kind: "deadline-missed", id, deadline, finish }] : [];
}

/** The node at which each group is held back. */
function gatesOf({ graph }: Run): ReadonlyMap<number, number> {
  const gates = new Map<number, number>();
  graph.role.forEach((is, node) => {
    if (is === role.gate) gates.set(graph.owner[node]!, node);
  });
  return gates;
}
