import { useEffect, useState } from "react";
import type { RollbacksView } from "#contract/rollbacks";
import { AskedFor } from "../parts/asked-for";
import { Empty } from "../parts/empty";
import { useAsk } from "../parts/use-ask";
import { RollbackSheet } from "./rollback-sheet";
import { useNames } from "./use-names";

/** Two people tick the same runbook; a downtime that runs passes its limit by itself. */
const [followMs, watchMs] = [4_000, 20_000];

/** How often the page looks again; null while nothing can change but by hand. */
function pace({ rollbacks }: RollbacksView): number | null {
  if (rollbacks.some(({ runs }) => runs.some(({ status }) => status.kind === "running"))) return followMs;
  return rollbacks.some(({ readings }) => readings.some(({ last }) => last?.isRunning === true)) ? watchMs : null;
}

interface ScreenProps {
  readonly plan: string;
  /** Shows this one alone. */
  readonly only?: string;
}

export function RollbackScreen({ plan, only }: ScreenProps) {
  const { state, again } = useAsk("rollbacks", { plan });
  return (
    <AskedFor state={state} what="the rollbacks" onAgain={again}>
      {(view) =>
        view.rollbacks.length === 0 ? <None /> : <Sheets asked={view} plan={plan} only={only} onAgain={again} />
      }
    </AskedFor>
  );
}

function None() {
  return (
    <Empty title="No rollback yet">
      <p>
        Where live systems, production data or daily business are affected, the first gate asks for one. Write it under
        “rollbacks” in the plan file: when to pull it, the runbook, and whom to tell.
      </p>
    </Empty>
  );
}

interface Props {
  readonly asked: RollbacksView;
  readonly plan: string;
  readonly only: string | undefined;
  readonly onAgain: () => void;
}

/** Read under stress: the last moment and the triggers first. What was done here is shown at once, then followed. */
function Sheets({ asked, plan, only, onAgain }: Props) {
  const [done, setDone] = useState<RollbacksView | null>(null);
  const view = done !== null && done.now >= asked.now ? done : asked;
  const nameOf = useNames(asked);
  const everyMs = pace(view);
  useEffect(() => {
    if (everyMs === null) return undefined;
    const beat = window.setInterval(onAgain, everyMs);
    return () => window.clearInterval(beat);
  }, [everyMs, onAgain]);
  return (
    <div className="stack stack-wide">
      <p className="subtle">
        Times are in {view.zone}.{" "}
        {view.canEdit ? "" : "You may look at them; to enter readings or run one, ask for “Edit work items”."}
      </p>
      {view.rollbacks
        .filter(({ id }) => only === undefined || id === only)
        .map((rollback) => (
          <RollbackSheet
            key={rollback.id}
            rollback={rollback}
            view={view}
            plan={plan}
            nameOf={nameOf}
            onChanged={setDone}
          />
        ))}
    </div>
  );
}
