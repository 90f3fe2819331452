import type { RiskPanel } from "#contract/panel";
import { LinkedItems } from "./linked-items";
import { PanelHead } from "./panel-head";
import { RiskTag } from "../risk/risk-tag";

export function RiskPart({ panel }: { readonly panel: RiskPanel }) {
  return (
    <div className="stack">
      <PanelHead plan={panel.plan} />
      <div className="say">
        <p className="say-line">
          Exposure {panel.exposure} of 25 <RiskTag tag={panel.tag} />
        </p>
        <p className="subtle">
          Likelihood {panel.likelihood} of 5 × impact {panel.impact} of 5
        </p>
      </div>
      <section className="stack stack-tight">
        <h3>Response</h3>
        <p className={panel.response === "" ? "subtle" : ""}>
          {panel.response === "" ? "None yet. Say who does what, and when." : panel.response}
        </p>
      </section>
      <section className="stack stack-tight">
        <h3>Threatens</h3>
        {panel.threatens.length === 0 ? (
          <p className="subtle">No step is linked. Link the steps this risk threatens.</p>
        ) : (
          <LinkedItems items={panel.threatens} />
        )}
      </section>
    </div>
  );
}
