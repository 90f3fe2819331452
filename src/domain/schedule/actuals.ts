import type { Network, Progress, Task } from "./network";

/** When a step really began and was really done, as its status changes tell; null where they do not. */
export interface Actual {
  readonly start: number | null;
  readonly finish: number | null;
}

export type Actuals = ReadonlyMap<string, Actual>;

/** The network with what has happened in it: a finished step stays where it was, a started one takes its length from where it began. */
export function withActuals(network: Network, actuals: Actuals): Network {
  if (actuals.size === 0) return network;
  // A group has no dates of its own: it begins and ends with its steps.
  const groups = new Set(network.tasks.map(({ parent }) => parent));
  const tasks = network.tasks.map((task): Task => {
    const actual = groups.has(task.id) ? undefined : actuals.get(task.id);
    return actual === undefined ? task : { ...task, progress: progressOf(task, actual) };
  });
  return { ...network, tasks };
}

function progressOf({ duration, progress }: Task, { start, finish }: Actual): Progress {
  if (finish !== null) return { kind: "finished", start: Math.min(start ?? finish, finish), finish };
  return start === null ? progress : { kind: "started", start, remaining: duration };
}
