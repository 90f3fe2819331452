import { useEffect, useState } from "react";
import type { RunningView } from "#contract/sync";
import { ask } from "../bridge";

/** How soon one learns that a run has begun; a run that is known of is looked at more often. */
const idleMs = 20_000;
const busyMs = 4_000;

/** Who applies the plan at this moment. `onOver` is told the run that has ended while it was looked at. */
export function useRunning(plan: string, onOver: (run: string) => void): RunningView | null {
  const [seen, setSeen] = useState<RunningView | null>(null);
  useEffect(() => {
    let beat = 0;
    let current = true;
    let last: RunningView | null = null;
    const keep = (next: RunningView | null) => {
      if (!current) return;
      if (next === null && last !== null) onOver(last.run);
      last = next;
      setSeen(next);
    };
    const look = async () => {
      window.clearTimeout(beat);
      // Nobody waits at a page nobody looks at.
      if (document.visibilityState !== "hidden") await ask("running", { plan }).then(keep, () => {});
      if (current) beat = window.setTimeout(() => void look(), last === null ? idleMs : busyMs);
    };
    const seenAgain = () => void look();
    void look();
    document.addEventListener("visibilitychange", seenAgain);
    return () => {
      current = false;
      window.clearTimeout(beat);
      document.removeEventListener("visibilitychange", seenAgain);
    };
  }, [plan, onOver]);
  return seen;
}
