import { useEffect, useState } from "react";
import type { ProposalView, RunView } from "#contract/sync";
import type { Plan } from "#domain/plan/plan";
import { ask, refusalOf } from "../bridge";
import { RefusalNote } from "../parts/refusal-note";
import { Skeleton } from "../parts/skeleton";
import type { Asked } from "../parts/use-ask";
import { Preview } from "./preview";
import { RunFollow } from "./run-follow";
import { unsettled } from "../sync/settling";
import type { Settling } from "../sync/settling";

interface Props {
  /** With the changes in it. */
  readonly plan: Plan;
  /** Where one comes back to. */
  readonly back?: string;
  readonly onBack: () => void;
  readonly onApplied: () => void;
}

const fileName = "plan.yaml";

/** The changes as what they would do in Jira, by the same way a plan file goes: looked at first, undone from the list of runs. */
export function ReviewEdits({ plan, back = "Back to the plan", onBack, onApplied }: Props) {
  const [settling, setSettling] = useState(unsettled(null));
  const [asked, setAsked] = useState<Asked<{ readonly text: string; readonly proposal: ProposalView }>>({
    kind: "waiting",
  });
  const [run, setRun] = useState<RunView | null>(null);
  useEffect(() => {
    let current = true;
    const keep = (next: typeof asked) => {
      if (current) setAsked(next);
    };
    propose(plan, settling).then(
      (value) => keep({ kind: "ready", value }),
      (error: unknown) => keep({ kind: "refused", refusal: refusalOf(error) }),
    );
    return () => {
      current = false;
    };
  }, [plan, settling]);
  if (run !== null) return <RunFollow first={run} onDone={onApplied} onClose={onBack} />;
  const leave = (
    <button type="button" className="button" onClick={onBack}>
      {back}
    </button>
  );
  if (asked.kind === "waiting") return <Skeleton label="Comparing the plan with Jira" lines={[40, 90, 100, 70]} />;
  if (asked.kind === "refused") return <RefusalNote refusal={asked.refusal}>{leave}</RefusalNote>;
  const { text, proposal } = asked.value;
  return (
    <Preview
      key={proposal.hash}
      asked={{ text, fileName, settling }}
      proposal={proposal}
      onSettle={setSettling}
      onRun={setRun}
      leave={{ title: back, onLeave: onBack }}
    />
  );
}

async function propose(plan: Plan, settling: Settling) {
  const { writeYaml } = await import("#formats/yaml");
  const text = writeYaml(plan);
  return { text, proposal: await ask("propose", { text, fileName, ...settling }) };
}
