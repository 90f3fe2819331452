import { useState } from "react";
import type { GatesView, GateView } from "#contract/gates";
import { ask, flag, flagRefusal } from "../bridge";
import { AskedFor } from "../parts/asked-for";
import { Verdict } from "../parts/verdict";
import { useAsk } from "../parts/use-ask";

export function GatesScreen({ plan }: { readonly plan: string }) {
  const { state, again } = useAsk("gates", { plan });
  return (
    <AskedFor state={state} what="the gates" onAgain={again}>
      {(view) => <Gates view={view} plan={plan} onDecided={again} />}
    </AskedFor>
  );
}

interface Props {
  readonly view: GatesView;
  readonly plan: string;
  readonly onDecided: () => void;
}

/** Plain lines of what is missing, each with who can mend it; the evidence decides, nobody here. */
function Gates({ view, plan, onDecided }: Props) {
  const [busy, setBusy] = useState(false);
  const recompute = async () => {
    setBusy(true);
    try {
      await ask("decideVerdict", { plan });
      flag({ type: "success", title: "The evidence was worked out anew" });
      onDecided();
    } catch (error) {
      flagRefusal(error);
    }
    setBusy(false);
  };
  const tick = (item: string, done: boolean) =>
    void ask("tickChecklist", { plan, item, done }).then(onDecided, flagRefusal);
  return (
    <div className="stack stack-wide">
      <div className="gates">
        {view.gates.map((gate) => (
          <Gate key={gate.gate} gate={gate} onTick={tick} />
        ))}
      </div>
      <section className="stack stack-tight" aria-live="polite">
        <h2>What the workflow rule reads</h2>
        <p className="subtle">{view.written ?? "No verdict has been written yet: until then the rule refuses."}</p>
        <div className="row">
          <button type="button" className="button button-primary" disabled={busy} onClick={() => void recompute()}>
            {busy ? "Working it out …" : "Recompute now"}
          </button>
          <span className="faint">Uptake does so by itself every five minutes.</span>
        </div>
      </section>
    </div>
  );
}

interface GateProps {
  readonly gate: GateView;
  readonly onTick: (item: string, done: boolean) => void;
}

function Gate({ gate, onTick }: GateProps) {
  const unmet = gate.lines.filter(({ met }) => !met).length;
  return (
    <section className="tile stack stack-tight">
      <h2>{gate.title}</h2>
      <Verdict verdict={gate.verdict} />
      <p className="subtle">
        {unmet === 0 && gate.lines.length > 0
          ? "Every line is met."
          : `${String(unmet)} of ${String(gate.lines.length)} not met.`}
      </p>
      <ul className="gate-lines">
        {gate.lines.map(({ text, met, mend, item }) => (
          <li key={text} className={met ? "gate-met" : "gate-unmet"}>
            {item === null ? (
              <span aria-hidden="true">{met ? "✓" : "✗"}</span>
            ) : (
              <input type="checkbox" checked={met} aria-label={item} onChange={() => onTick(item, !met)} />
            )}
            <span>
              <span className="unseen">{met ? "Met: " : "Not met: "}</span>
              {text}
              {mend === null ? null : <span className="gate-mend">{mend}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
