import { useEffect, useState } from "react";
import type { RunView } from "#contract/sync";
import { ask, follow } from "../bridge";
import { isOver } from "./run-state";

/** A busy run pushes many times a second; the slow beat makes up for a push that is left out. */
const leastMs = 900;

export interface SeenRun {
  readonly run: RunView;
  readonly seenAt: number;
}

/** A run as it goes on, pushed where the site can and looked for where it cannot. */
export function useRun(first: RunView): readonly [SeenRun, (run: RunView) => void] {
  const [seen, setSeen] = useState<SeenRun>(() => ({ run: first, seenAt: Date.now() }));
  const over = isOver(seen.run);
  const { id } = seen.run;
  useEffect(() => {
    if (over) return;
    let asking = false;
    let askedAt = 0;
    let current = true;
    const keep = (run: RunView) => {
      if (current) setSeen({ run, seenAt: Date.now() });
    };
    const look = () => {
      if (asking || Date.now() - askedAt < leastMs) return;
      asking = true;
      askedAt = Date.now();
      ask("run", { run: id })
        .then(keep, () => {})
        .finally(() => {
          asking = false;
        });
    };
    const leave = follow(`uptake-run-${id}`, look);
    return () => {
      current = false;
      leave();
    };
  }, [id, over]);
  return [seen, (run) => setSeen({ run, seenAt: Date.now() })];
}
