import { useEffect, useState } from "react";
import type { RunView } from "#contract/sync";
import { ask, flagRefusal, follow } from "../bridge";
import { RunProgress } from "./run-progress";
import { RunResult } from "./run-result";
import { isOver } from "./run-state";

interface Props {
  readonly first: RunView;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

const leastMs = 900;

/** Follows one run until it is over. The page may be left: the run goes on, and the list of runs still shows it. */
export function RunFollow({ first, onDone, onClose }: Props) {
  const [{ run, seenAt }, setSeen] = useState(() => ({ run: first, seenAt: Date.now() }));
  const over = isOver(run);
  useEffect(() => {
    if (over) return;
    let asking = false;
    let askedAt = 0;
    // A busy run pushes many times a second; the slow beat makes up for a push that is left out.
    const look = () => {
      if (asking || Date.now() - askedAt < leastMs) return;
      asking = true;
      askedAt = Date.now();
      ask("run", { run: first.id })
        .then(
          (next) => setSeen({ run: next, seenAt: Date.now() }),
          () => {},
        )
        .finally(() => {
          asking = false;
        });
    };
    return follow(`uptake-run-${first.id}`, look);
  }, [first.id, over]);
  const act = (name: "cancelRun" | "undoRun") =>
    void ask(name, { run: run.id }).then((next) => setSeen({ run: next, seenAt: Date.now() }), flagRefusal);
  if (!over) return <RunProgress run={run} now={seenAt} onCancel={() => act("cancelRun")} />;
  const close = () => {
    onClose();
    onDone();
  };
  return <RunResult run={run} onUndo={() => act("undoRun")} onClose={close} />;
}
