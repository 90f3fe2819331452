import type { PlanPanel } from "#contract/panel";
import { VerdictShape } from "../parts/verdict";

export function PlanPart({ panel }: { readonly panel: PlanPanel }) {
  const { open, sentence, unmet } = panel.gate;
  return (
    <div className="stack">
      <p>
        {panel.done} of {panel.total} steps done.
      </p>
      <div className={open ? "say say-good" : "say say-wait"}>
        <p className="say-line">
          <VerdictShape colour={open ? "GREEN" : "RED"} /> {sentence}
        </p>
      </div>
      {unmet.length === 0 ? null : (
        <section className="stack stack-tight">
          <h3>What is missing</h3>
          <ul className="bullets">
            {unmet.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
