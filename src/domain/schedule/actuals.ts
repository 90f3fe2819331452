import type { Calendar } from "#domain/calendar/calendar";
import { addWork, workClock } from "#domain/calendar/work-clock";
import type { WorkClock } from "#domain/calendar/work-clock";
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
  const clockOf = clocksOf(network);
  const tasks = network.tasks.map((task): Task => {
    const actual = groups.has(task.id) ? undefined : actuals.get(task.id);
    return actual === undefined ? task : { ...task, progress: progressOf(task, actual, clockOf) };
  });
  return { ...network, tasks };
}

type ClockOf = (task: Task) => WorkClock;

function progressOf(task: Task, { start, finish }: Actual, clockOf: ClockOf): Progress {
  const { duration, progress } = task;
  if (finish !== null)
    return { kind: "finished", start: Math.min(start ?? beganBefore(finish, task, clockOf), finish), finish };
  return start === null ? progress : { kind: "started", start, remaining: duration };
}

/** Many only ever say that something is done: then it is taken to have lasted as long as was planned. */
function beganBefore(finish: number, task: Task, clockOf: ClockOf): number {
  const clock = clockOf(task);
  const minute = Math.floor(finish / minuteMs) - task.duration.elapsed;
  return addWork(clock, minute, -task.duration.work) * minuteMs;
}

const minuteMs = 60_000;

/** A clock for each calendar, made when it is first asked for. */
function clocksOf({ calendar }: Network): ClockOf {
  const clocks = new Map<Calendar, WorkClock>();
  return (task) => {
    const own = task.calendar ?? calendar;
    const clock = clocks.get(own) ?? workClock(own);
    clocks.set(own, clock);
    return clock;
  };
}
