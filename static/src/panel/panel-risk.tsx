import { useState } from "react";
import type { RiskPanel } from "#contract/panel";
import { ask, flag, flagRefusal } from "../bridge";
import { sayDay } from "../parts/day";
import { Choices } from "../risk/decision-choices";
import type { Choice } from "../risk/decision-words";
import { ReviewDecide } from "../risk/review-decide";
import type { Wanted } from "../risk/review-decide";
import { Exposure } from "../risk/risk-card";
import { RiskTag } from "../risk/risk-tag";
import { LinkedItems } from "./linked-items";
import { PanelHead } from "./panel-head";
import { RiskResponse } from "./risk-response";

interface Props {
  readonly panel: RiskPanel;
  readonly onChanged: () => void;
}

export function RiskPart({ panel, onChanged }: Props) {
  return (
    <div className="stack">
      <PanelHead plan={panel.plan} />
      <div className="say">
        <p className="say-line">
          Exposure <Exposure {...panel} /> <RiskTag tag={panel.tag} />
        </p>
        <p className="subtle">
          Likelihood {panel.likelihood} × impact {panel.impact}. Owner: {panel.owner ?? "nobody yet"}
          {panel.due === null ? "" : `, by ${sayDay(panel.due)}`}.
        </p>
      </div>
      {panel.canEdit ? <Decide panel={panel} onChanged={onChanged} /> : null}
      <RiskResponse panel={panel} onChanged={onChanged} />
      <section className="stack stack-tight">
        <h3>Threatens</h3>
        {panel.threatens.length === 0 ? (
          <p className="subtle">No step is linked. Link the steps this risk threatens.</p>
        ) : (
          <LinkedItems items={panel.threatens} />
        )}
      </section>
      {panel.answeredBy.length === 0 ? null : (
        <section className="stack stack-tight">
          <h3>Answered by</h3>
          <LinkedItems items={panel.answeredBy} />
        </section>
      )}
    </div>
  );
}

/** The decisions of the weekly review, for what cannot wait until then. */
function Decide({ panel, onChanged }: Props) {
  const [choice, setChoice] = useState<Choice | null>(null);
  const [busy, setBusy] = useState(false);
  const decide = async (wanted: Wanted) => {
    setBusy(true);
    try {
      await ask("decideHere", { id: crypto.randomUUID(), ...wanted });
      flag({ type: "success", title: "Decided, and said in a comment" });
      setChoice(null);
      onChanged();
    } catch (error) {
      flagRefusal(error);
    }
    setBusy(false);
  };
  if (choice === null) return <Choices canEdit onChoose={setChoice} />;
  const { kind, word } = choice;
  const back = () => setChoice(null);
  return (
    <ReviewDecide
      card={panel}
      people={[]}
      kind={kind}
      word={word}
      busy={busy}
      onDecide={(wanted) => void decide(wanted)}
      onBack={back}
    />
  );
}
