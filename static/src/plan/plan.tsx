import { useState } from "react";
import Button from "@atlaskit/button/default/button";
import type { PlanSummary } from "#contract/plans";
import { AskedFor } from "../parts/asked-for";
import { StepViews } from "./step-views";
import { ExportPlan } from "../files/export-plan";
import { ImportPlan } from "../files/import-plan";
import { Runs } from "../sync/runs";
import { useAsk } from "../parts/use-ask";

interface Props {
  readonly plan: PlanSummary;
  readonly onChange: () => void;
}

export function PlanScreen({ plan, onChange }: Props) {
  const { state, again } = useAsk("planTable", { plan: plan.id });
  const [round, setRound] = useState(0);
  const [exporting, setExporting] = useState(false);
  const applied = () => {
    again();
    onChange();
    setRound(round + 1);
  };
  return (
    <div className="stack stack-wide">
      <section className="stack stack-tight plan-import">
        <div className="row row-apart">
          <h2>Apply a plan file</h2>
          <Button isSelected={exporting} aria-expanded={exporting} onClick={() => setExporting(!exporting)}>
            Export
          </Button>
        </div>
        {exporting ? <ExportPlan key={round} plan={plan} /> : null}
        <ImportPlan into={plan} onApplied={applied} />
      </section>
      <section className="stack stack-tight plan-steps">
        <h2>Steps</h2>
        <AskedFor state={state} what="the steps" onAgain={again}>
          {(view) => <StepViews view={view} />}
        </AskedFor>
      </section>
      <Runs key={round} plan={plan.id} onUndone={applied} />
    </div>
  );
}
