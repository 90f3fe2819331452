import { lint } from "#domain/plan/lint";
import type { Plan } from "#domain/plan/plan";
import { FindingGroups } from "../files/finding-groups";
import { count } from "../parts/share";
import { ReviewEdits } from "../sync/review-edits";

interface Props {
  readonly plan: Plan;
  readonly onBack: () => void;
  readonly onApplied: () => void;
}

/** A new plan before it is work items: what it holds, what it still lacks, what would be made of it. */
export function ReviewNew({ plan, onBack, onApplied }: Props) {
  const findings = lint(plan).map((finding) => ({ ...finding, line: null }));
  return (
    <div className="stack">
      <header className="stack stack-tight">
        <h2>{plan.title}</h2>
        <p className="subtle">
          {count(plan.steps.length, "step")}, {count(plan.risks.length, "risk")}, go-live {plan.anchors["golive"]}. What
          it still lacks can be added any time.
        </p>
        <FindingGroups findings={findings} />
      </header>
      <ReviewEdits plan={plan} back="Back to the form" onBack={onBack} onApplied={onApplied} />
    </div>
  );
}
