import { useState } from "react";
import Button from "@atlaskit/button/default/button";
import type { PlanSummary } from "#contract/plans";
import { ask, flagRefusal } from "../bridge";
import { AskedFor } from "../parts/asked-for";
import { download } from "../parts/download";
import { StepTable } from "../parts/step-table";
import { ImportPlan } from "./import-plan";
import { Runs } from "./runs";
import { useAsk } from "./use-ask";

interface Props {
  readonly plan: PlanSummary;
  readonly onChange: () => void;
}

export function PlanScreen({ plan, onChange }: Props) {
  const { state, again } = useAsk("planTable", { plan: plan.id });
  const [round, setRound] = useState(0);
  const applied = () => {
    again();
    onChange();
    setRound(round + 1);
  };
  const save = () =>
    void ask("planText", { plan: plan.id }).then(
      ({ text }) => download(`${plan.id}.yaml`, text, "application/yaml"),
      flagRefusal,
    );
  return (
    <div className="stack stack-wide">
      <section className="stack">
        <div className="row row-apart">
          <h2>Apply a plan file</h2>
          <Button onClick={save}>Download this plan</Button>
        </div>
        <ImportPlan into={plan} onApplied={applied} />
      </section>
      <section className="stack">
        <h2>Steps</h2>
        <AskedFor state={state} what="the steps" onAgain={again}>
          {(view) => <StepTable view={view} />}
        </AskedFor>
      </section>
      <Runs key={round} plan={plan.id} onUndone={applied} />
    </div>
  );
}
