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

/** Things done a second since the start, or null before anything can be said. */
export function ratePerSecond(run: RunView, now: number): number | null {
  const seconds = (now - run.startedAt) / 1000;
  return seconds < 1 || run.done === 0 ? null : run.done / seconds;
}
