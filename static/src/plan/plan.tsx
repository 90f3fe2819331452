import { lazy, Suspense, useState } from "react";
import type { Plan } from "#domain/plan/plan";
import Button from "@atlaskit/button/default/button";
import type { PlanPageView } from "#contract/plan-page";
import type { PlanSummary } from "#contract/plans";
import { ask, flag, flagRefusal } from "../bridge";
import { ExportPlan } from "../files/export-plan";
import { ImportPlan } from "../files/import-plan";
import { AskedFor } from "../parts/asked-for";
import { Skeleton } from "../parts/skeleton";
import { useAsk } from "../parts/use-ask";
import { Runs } from "../sync/runs";
import { SaveTemplate } from "../templates/save-template";
import { stepRows } from "../timeline/step-row";
import { BaselineChoice } from "./baseline-choice";
import { PendingEdits } from "./pending-edits";
import { PlanFindings } from "./plan-findings";
import { PlanShape } from "./plan-shape";
import { PlanViews } from "./plan-views";
import { ReviewEdits } from "../sync/review-edits";
import { applyEdits } from "./step-field";
import { useEdits } from "./use-edits";

// An editor component weighs as much as the rest of the page, and most people never open it.
const PlanEditor = lazy(() => import("../editor/plan-editor"));

interface Props {
  readonly plan: PlanSummary;
  /** With the plan that is no longer what it was. */
  readonly onChange: (plan: string) => void;
}

export function PlanScreen({ plan, onChange }: Props) {
  const { state, again } = useAsk("planPage", { plan: plan.id });
  const [round, setRound] = useState(0);
  const [exporting, setExporting] = useState(false);
  const [writing, setWriting] = useState(false);
  const applied = (changed: string) => {
    again();
    onChange(changed);
    setRound(round + 1);
  };
  if (writing) {
    return (
      <Suspense fallback={<Skeleton label="Opening the editor" lines={[40, 100, 100, 100]} />}>
        <PlanEditor plan={plan.id} onApplied={() => applied(plan.id)} onLeave={() => setWriting(false)} />
      </Suspense>
    );
  }
  // What lies below the sheet comes with it: the sheet would push it away from under a press.
  if (state.kind === "waiting") return <Skeleton label="Loading the steps" lines={[30, 90, 100, 80, 95, 60]} />;
  return (
    <div className="stack stack-wide">
      <section className="stack stack-tight plan-steps">
        <AskedFor state={state} what="the steps" onAgain={again}>
          {(view) => <PlanBoard view={view} onAgain={again} onApplied={() => applied(plan.id)} />}
        </AskedFor>
      </section>
      <section className="stack stack-tight plan-import">
        <div className="row row-apart">
          <h2>Apply a plan file</h2>
          <div className="row">
            <Button onClick={() => setWriting(true)}>Edit as text</Button>
            <SaveTemplate plan={plan} />
            <Button isSelected={exporting} aria-expanded={exporting} onClick={() => setExporting(!exporting)}>
              Export
            </Button>
          </div>
        </div>
        {exporting ? <ExportPlan key={round} plan={plan} /> : null}
        <ImportPlan into={plan} onApplied={applied} />
      </section>
      <Runs key={round} plan={plan.id} onUndone={() => applied(plan.id)} />
    </div>
  );
}

interface BoardProps {
  readonly view: PlanPageView;
  readonly onAgain: () => void;
  readonly onApplied: () => void;
}

/** The plan as Jira holds it with this person's changes in it, and the way of those to Jira. */
function PlanBoard({ view, onAgain, onApplied }: BoardProps) {
  const edits = useEdits(view);
  const [reviewing, setReviewing] = useState(false);
  const plan = applyEdits(view.plan, edits.edits);
  const rows = stepRows({ view, plan, edits: edits.edits });
  const { cycle } = rows.dates.report;
  const move = async (key: string, status: string) => {
    try {
      await ask("moveStep", { key, status });
      flag({ type: "success", title: `${key} is moved.` });
      onAgain();
    } catch (error) {
      flagRefusal(error);
    }
  };
  if (reviewing) {
    return <ReviewEdits plan={plan} onBack={() => setReviewing(false)} onApplied={onApplied} />;
  }
  return (
    <>
      <div className="row row-apart plan-head">
        <h2>Steps</h2>
        {plan.steps.length === 0 ? null : (
          <BaselineChoice view={view} rows={rows.rows} hasEdits={edits.edits.length > 0} onChange={onAgain} />
        )}
      </div>
      {view.editing.kind === "refused" ? <ReadOnly {...view.editing} /> : null}
      <PlanShape plan={plan} rows={rows} />
      <PlanFindings findings={rows.otherFindings} />
      <PendingEdits plan={view.plan} edits={edits} onReview={() => setReviewing(true)} />
      {cycle === null ? null : <Cycle plan={plan} cycle={cycle} />}
      {plan.steps.length === 0 ? (
        <p className="subtle">No steps yet. Apply a plan file to create them.</p>
      ) : (
        <PlanViews
          view={view}
          plan={plan}
          rows={rows}
          edits={edits}
          onStatus={(key, status) => void move(key, status)}
          onAgain={onAgain}
        />
      )}
    </>
  );
}

function ReadOnly({ message, mend }: { readonly message: string; readonly mend: string }) {
  return (
    <p className="read-only">
      <strong>To look at only.</strong> {message} {mend}
    </p>
  );
}

function Cycle({ plan, cycle }: { readonly plan: Plan; readonly cycle: readonly string[] }) {
  const titles = new Map(plan.steps.map(({ id, title }) => [id, title]));
  return (
    <div className="note note-refused" role="alert">
      <h3>These steps wait for each other</h3>
      <ol>
        {cycle.map((id) => (
          <li key={id}>
            {titles.get(id)} <span className="faint">{id}</span>
          </li>
        ))}
      </ol>
      <p>Each follows the one above it, and the first follows the last.</p>
      <p className="note-mend">No dates can be computed. Remove one of these links, in the column After or in Jira.</p>
    </div>
  );
}
