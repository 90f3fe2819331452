import type { Template } from "#domain/plan/templates/template";
import { count } from "../parts/share";

/** What one gets, before anything is asked. */
export function TemplateContents({ template }: { readonly template: Template }) {
  const { plan, rituals, anchors } = template;
  const phases = [...new Set(plan.steps.map(({ phase }) => phase))];
  return (
    <details className="group">
      <summary>What it holds</summary>
      <div className="stack stack-tight start-holds">
        {phases.map((phase) => (
          <div key={phase ?? ""}>
            {phase === null ? null : <h3>{phase}</h3>}
            <ul className="losses">
              {plan.steps
                .filter((step) => step.phase === phase)
                .map(({ id, title }) => (
                  <li key={id}>{title}</li>
                ))}
            </ul>
          </div>
        ))}
        <Listed title="Risks to begin with" lines={plan.risks.map(({ title }) => title)} />
        <Listed
          title="Done again and again"
          lines={rituals.map(({ title, every, who }) => `${title}: every ${every}, ${who}`)}
        />
        <Listed
          title="Counted from go-live"
          lines={Object.entries(anchors).map(([name, days]) => `${name}: ${days}`)}
        />
      </div>
    </details>
  );
}

function Listed({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <div>
      <h3>{title}</h3>
      <ul className="losses">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}

/** "41 steps in 5 phases, 5 risks, 1 rollback". */
export function sayContents({ plan }: Template): string {
  const phases = new Set(plan.steps.flatMap(({ phase }) => phase ?? [])).size;
  const steps = count(plan.steps.length, "step");
  const rest = [
    ...(plan.risks.length === 0 ? [] : [count(plan.risks.length, "risk")]),
    ...(plan.rollbacks.length === 0 ? [] : [count(plan.rollbacks.length, "rollback")]),
    ...(plan.waves.length === 0 ? [] : [count(plan.waves.length, "wave")]),
  ];
  return [phases === 0 ? steps : `${steps} in ${count(phases, "phase")}`, ...rest].join(", ");
}
