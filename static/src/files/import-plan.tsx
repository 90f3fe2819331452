import type { PlanSummary } from "#contract/plans";
import { PlanNaming } from "./plan-naming";
import { PlanPaste } from "./plan-paste";
import { FileDrop } from "./file-drop";
import { PlanReadingSummary } from "./plan-reading";
import { ReadingWait } from "./reading-wait";
import { ReadingRefused } from "./reading-refused";
import { RefusalNote } from "../parts/refusal-note";
import { Skeleton } from "../parts/skeleton";
import { TableMapping } from "./table-mapping";
import { canBeAsked, holdsRows } from "./table-rows";
import { TargetChoice } from "./target-choice";
import { formatEndings, holdsStepsOnly } from "./format-words";
import { Preview } from "../sync/preview";
import { RunFollow } from "../sync/run-follow";
import type { PlanReading } from "./understand-plan";
import { sentName, useImport } from "./use-import";
import type { Import, Looking } from "./use-import";

interface Props {
  /** The plan on the page: a file that holds only steps is taken to be meant for it. */
  readonly into: PlanSummary | null;
  readonly onApplied: (plan: string) => void;
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
  if (reading.kind === "waiting") return <ReadingWait name={source.name} doing={stage.doing} onCancel={plan.restart} />;
  if (reading.kind === "refused") return <RefusalNote refusal={reading.refusal}>{another(plan)}</RefusalNote>;
  const read = reading.value;
  if (read.kind === "refused") return <NotYet stage={stage} plan={plan} read={read} />;
  return (
    <div className="stack">
      <PlanReadingSummary name={source.name} reading={read}>
        <Mapped stage={stage} plan={plan} read={read} />
        {into !== null && holdsStepsOnly(read.format) ? (
          <TargetChoice
            into={into}
            chosen={target}
            onChoose={(next) => void plan.choose(source, { ...stage, target: next })}
          />
        ) : null}
        {holdsStepsOnly(read.format) && (into === null || target === "own-plan") ? (
          <PlanNaming
            key={`${read.plan.title} ${read.plan.owner ?? ""}`}
            title={read.plan.title}
            owner={read.plan.owner}
            onName={(called) => void plan.choose({ ...source, called }, stage)}
          />
        ) : null}
      </PlanReadingSummary>
      <Compared stage={stage} plan={plan} text={read.text} />
    </div>
  );
}

interface ReadProps {
  readonly stage: Looking;
  readonly plan: Import;
  readonly read: PlanReading;
}

/** What only the person can say is asked before anything is called wrong. */
function NotYet({ stage, plan, read }: ReadProps) {
  const asks = read.grid !== null && canBeAsked(read.grid);
  return (
    <div className="stack">
      {asks ? (
        <header>
          <h2>{stage.source.name}</h2>
          <p className="subtle">One thing the file does not say. Answer it, and the file is read.</p>
        </header>
      ) : (
        <ReadingRefused name={stage.source.name} findings={read.findings}>
          {another(plan)}
        </ReadingRefused>
      )}
      {read.grid === null || holdsRows(read.grid) ? <Mapped stage={stage} plan={plan} read={read} /> : null}
      {asks ? <div className="row">{another(plan)}</div> : null}
    </div>
  );
}

function Mapped({ stage, plan, read: { grid } }: ReadProps) {
  if (grid === null) return null;
  const { source, target, table, recalled } = stage;
  return (
    <TableMapping
      key={`${grid.sheet} ${String(grid.heading)}`}
      name={source.name}
      grid={grid}
      table={table}
      recalled={recalled}
      onRead={(next) => void plan.choose(source, { table: next, ...(target === "own-plan" ? { target } : {}) })}
    />
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
