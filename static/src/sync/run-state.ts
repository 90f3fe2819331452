import type { RunView } from "#contract/sync";

const words: Record<RunView["state"], string> = {
  queued: "Waiting to start",
  running: "Applying",
  parked: "Waiting for Jira",
  done: "Done",
  failed: "Stopped",
  cancelled: "Cancelled",
  undone: "Undone",
};

export const sayState = (run: RunView): string => words[run.state];

export function isOver(run: RunView): boolean {
  return run.state === "done" || run.state === "failed" || run.state === "cancelled" || run.state === "undone";
}

/** Where the job stood when it began what it is doing now, as far as anybody at this page has seen. */
export interface Leg {
  readonly doing: string;
  readonly done: number;
  readonly at: number;
}

export function legOf({ doing, done }: RunView, now: number): Leg {
  return { doing, done, at: now };
}

/** Calls a second at what is being done now, which says nothing of what comes next; null before it can be said. */
export function ratePerSecond(run: RunView, now: number, { done, at }: Leg): number | null {
  const seconds = (now - at) / 1000;
  return seconds < 1 || run.done <= done ? null : (run.done - done) / seconds;
}

/** Never less than Jira's own limits need, and no less than the pace seen so far. */
export function secondsLeft(run: RunView, rate: number | null): number | null {
  if (run.remainingSeconds === null || rate === null) return run.remainingSeconds;
  return Math.max(run.remainingSeconds, Math.ceil((run.total - run.done) / rate));
}
