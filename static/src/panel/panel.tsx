import type { PanelView } from "#contract/panel";
import { AskedFor } from "../parts/asked-for";
import { Skeleton } from "../parts/skeleton";
import { PlanPart } from "./panel-plan";
import { RiskPart } from "./panel-risk";
import { RollbackPart } from "./panel-rollback";
import { StepPart } from "./panel-step";
import { useAsk } from "../parts/use-ask";

export function PanelScreen() {
  const { state, again } = useAsk("panel", {});
  return (
    <div className="panel">
      <AskedFor state={state} what="this work item" onAgain={again} waiting={<PanelWaiting />}>
        {(view) => <PanelPart view={view} onChanged={again} />}
      </AskedFor>
    </div>
  );
}

export function PanelWaiting() {
  return <Skeleton label="Loading this work item" lines={[70, 30, 90, 80]} />;
}

function PanelPart({ view, onChanged }: { readonly view: PanelView; readonly onChanged: () => void }) {
  switch (view.kind) {
    case "step":
      return <StepPart panel={view} />;
    case "risk":
      return <RiskPart panel={view} onChanged={onChanged} />;
    case "rollback":
      return <RollbackPart panel={view} />;
    case "plan":
      return <PlanPart panel={view} />;
    case "none":
      return (
        <p className="subtle">
          Not part of an implementation plan. Apply a plan file in this space, or map its type, to see more.
        </p>
      );
  }
}
