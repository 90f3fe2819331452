import type { StepPanel } from "#contract/panel";
import { Findings } from "../parts/findings";
import { LinkedItems } from "./linked-items";
import { MayStart } from "./may-start";
import { PanelHead } from "./panel-head";
import { StepDrift } from "./step-drift";
import { Criteria } from "./criteria";
import { count } from "../parts/share";

/** Whether to start, when it is done, and what happens if it fails: all a team member needs while working. */
export function StepPart({ panel }: { readonly panel: StepPanel }) {
  const missing = Object.entries(panel.attributes).flatMap(([name, value]) =>
    value === null ? [labels[name] ?? name] : [],
  );
  return (
    <div className="stack">
      <PanelHead plan={panel.plan} />
      <MayStart panel={panel} />
      <dl className="fields">
        {Object.entries(panel.attributes).map(([name, value]) =>
          value === null ? null : <Field key={name} name={labels[name] ?? name} value={value} />,
        )}
        <Field name="Slack" value={saySlack(panel)} />
      </dl>
      {missing.length === 0 ? null : (
        <p className="missing">
          <strong>Missing:</strong> {missing.join(", ")}. A step without them counts as unplanned; add them here or in
          the plan file.
        </p>
      )}
      <Done panel={panel} />
      <IfItFails panel={panel} />
      <StepDrift drift={panel.drift} />
      <Findings findings={panel.findings.map((finding) => ({ ...finding, item: null }))} />
    </div>
  );
}

const labels: Record<string, string> = {
  description: "What",
  owner: "Owner",
  timeline: "When",
  dependencies: "After",
  success: "Success",
};

function Field({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div className="field">
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function saySlack({ slackDays, critical }: StepPanel): string {
  if (slackDays === null) return "not known: no dates yet";
  if (critical || slackDays <= 0) return "none: every day late moves the end of the plan";
  return `${count(slackDays, "working day")} before the end of the plan moves`;
}

function Done({ panel }: { readonly panel: StepPanel }) {
  const met = panel.criteria.filter((criterion) => criterion.state === "met").length;
  return (
    <section className="stack stack-tight">
      <h3>
        What done means <span className="faint">{`${String(met)} of ${String(panel.criteria.length)} shown`}</span>
      </h3>
      {panel.criteria.length === 0 ? (
        <p className="subtle">No success criterion yet. Without one nobody can say this is done.</p>
      ) : (
        <Criteria criteria={panel.criteria} />
      )}
    </section>
  );
}

function IfItFails({ panel }: { readonly panel: StepPanel }) {
  return (
    <section className="stack stack-tight">
      <h3>If it fails</h3>
      {panel.rollback.length === 0 ? (
        <p className="subtle">No rollback covers this step.</p>
      ) : (
        <LinkedItems items={panel.rollback} />
      )}
    </section>
  );
}
