import type { PlanSummary } from "#contract/plans";
import { PlanPaste } from "./plan-paste";
import { FileDrop } from "./file-drop";
import { PlanReadingSummary } from "./plan-reading";
import { ReadingRefused } from "./reading-refused";
import { RefusalNote } from "../parts/refusal-note";
import { Skeleton } from "../parts/skeleton";
import { TargetChoice } from "./target-choice";
import { formatEndings, holdsStepsOnly } from "./format-words";
import { Preview } from "../sync/preview";
import { RunFollow } from "../sync/run-follow";
import { sentName, useImport } from "./use-import";
import type { Import, Looking } from "./use-import";

interface Props {
  /** The plan on the page: a file that holds only steps is taken to be meant for it. */
  readonly into: PlanSummary | null;
  readonly onApplied: () => void;
}

/** A file becomes a proposal, the proposal becomes work items: each stage can be left without a trace. */
export function ImportPlan({ into, onApplied }: Props) {
  const plan = useImport(into);
  const { stage, choose, restart } = plan;
  switch (stage.kind) {
    case "choose":
      return (
        <div className="stack stack-tight">
          <FileDrop
            label="Choose a plan file"
            hint="or drop it here: YAML, JSON, CSV, Excel, Markdown or MS Project XML. Nothing changes before you have seen what would."
            accept=".yaml,.yml,.json,.csv,.tsv,.txt,.xlsx,.md,.markdown,.xml,.mspdi"
            onFile={(file) => void choose({ name: file.name, blob: file, format: null })}
          />
          <PlanPaste
            onPaste={(text, format) =>
              void choose({ name: `pasted.${formatEndings[format]}`, blob: new Blob([text]), format })
            }
          />
        </div>
      );
    case "look":
      return <Looked stage={stage} plan={plan} into={into} />;
    case "run":
      return <RunFollow first={stage.run} onDone={onApplied} onClose={restart} />;
  }
}

interface LookedProps {
  readonly stage: Looking;
  readonly plan: Import;
  readonly into: PlanSummary | null;
}

function Looked({ stage, plan, into }: LookedProps) {
  const { reading, source, target } = stage;
  if (reading.kind === "waiting") return <Skeleton label={`Reading ${source.name}`} lines={[40, 70, 30]} />;
  if (reading.kind === "refused") return <RefusalNote refusal={reading.refusal}>{another(plan)}</RefusalNote>;
  if (reading.value.kind === "refused") {
    return (
      <ReadingRefused name={source.name} findings={reading.value.findings}>
        {another(plan)}
      </ReadingRefused>
    );
  }
  return (
    <div className="stack">
      <PlanReadingSummary name={source.name} reading={reading.value}>
        {into !== null && holdsStepsOnly(reading.value.format) ? (
          <TargetChoice into={into} chosen={target} onChoose={(next) => void plan.choose(source, next)} />
        ) : null}
      </PlanReadingSummary>
      <Compared stage={stage} plan={plan} text={reading.value.text} />
    </div>
  );
}

interface ComparedProps {
  readonly stage: Looking;
  readonly plan: Import;
  readonly text: string;
}

function Compared({ stage: { source, settling, proposal }, plan, text }: ComparedProps) {
  if (proposal === null || proposal.kind === "waiting")
    return <Skeleton label={`Comparing ${source.name} with Jira`} lines={[40, 90, 100, 70]} />;
  if (proposal.kind === "refused") return <RefusalNote refusal={proposal.refusal}>{another(plan)}</RefusalNote>;
  return (
    <Preview
      key={proposal.value.hash}
      asked={{ text, fileName: sentName, settling }}
      proposal={proposal.value}
      onSettle={(next) => void plan.settle(next)}
      onRun={plan.follow}
      leave={{ title: "Choose another file", onLeave: plan.restart }}
    />
  );
}

function another({ restart }: Import) {
  return (
    <button type="button" className="button" onClick={restart}>
      Choose another file
    </button>
  );
}
