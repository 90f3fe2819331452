import type { RollbackView } from "#contract/rollbacks";
import { AskedFor } from "../parts/asked-for";
import { Empty } from "../parts/empty";
import { RollbackSheet } from "./rollback-sheet";
import { useAsk } from "../parts/use-ask";

export function RollbackScreen({ plan }: { readonly plan: string }) {
  const { state, again } = useAsk("rollbacks", { plan });
  return (
    <AskedFor state={state} what="the rollbacks" onAgain={again}>
      {({ rollbacks, zone }) => (rollbacks.length === 0 ? <None /> : <Sheets rollbacks={rollbacks} zone={zone} />)}
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

/** Read under stress: the last moment and the triggers first, the runbook opened by a click. */
function Sheets({ rollbacks, zone }: { readonly rollbacks: readonly RollbackView[]; readonly zone: string }) {
  return (
    <div className="stack stack-wide">
      <p className="subtle">Times are in {zone}.</p>
      {rollbacks.map((rollback) => (
        <RollbackSheet key={rollback.id} rollback={rollback} />
      ))}
    </div>
  );
}
