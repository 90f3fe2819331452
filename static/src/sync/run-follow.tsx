import { useState } from "react";
import type { RunView } from "#contract/sync";
import { ask, flagRefusal } from "../bridge";
import { useFollowing } from "./followed-runs";
import { RunProgress } from "./run-progress";
import { RunResult } from "./run-result";
import { isOver } from "./run-state";
import { useRun } from "./use-run";

interface Props {
  readonly first: RunView;
  /** With the plan the run was of, which need not be the one on the page. */
  readonly onDone: (plan: string) => void;
  readonly onClose: () => void;
}

/** Follows a run until it is over, then the run that came of it. The page may be left: the run goes on without it. */
export function RunFollow({ first, onDone, onClose }: Props) {
  const [current, setCurrent] = useState(first);
  const close = () => {
    onClose();
    onDone(current.plan);
  };
  return <Following key={`${current.id} ${current.direction}`} first={current} onNext={setCurrent} onClose={close} />;
}

interface FollowingProps {
  readonly first: RunView;
  /** A retry or an undo takes this run's place. */
  readonly onNext: (run: RunView) => void;
  readonly onClose: () => void;
}

function Following({ first, onNext, onClose }: FollowingProps) {
  const [{ run, seenAt }, setRun] = useRun(first);
  useFollowing(run.id);
  if (!isOver(run)) {
    const cancel = async () => setRun(await ask("cancelRun", { run: run.id }));
    return <RunProgress run={run} now={seenAt} onCancel={cancel} />;
  }
  const retry = () => void ask("retryRun", { run: run.id }).then(onNext, flagRefusal);
  return <RunResult run={run} onRetry={retry} onUndone={onNext} onClose={onClose} />;
}
