import { useState } from "react";
import type { GatesView } from "#contract/gates";
import { ask, flag, flagRefusal } from "../bridge";
import { AskedFor } from "../parts/asked-for";
import { useAsk } from "../parts/use-ask";
import { Gate } from "./gate";

interface Props {
  readonly plan: string;
  readonly go: (tab: string) => void;
}

export function GatesScreen({ plan, go }: Props) {
  const { state, again } = useAsk("gates", { plan });
  return (
    <AskedFor state={state} what="the gates" onAgain={again}>
      {(view) => <Gates view={view} plan={plan} go={go} onChange={again} />}
    </AskedFor>
  );
}

/** Plain lines of what is missing, each with who can mend it; the evidence decides whether there is anything to vote on. */
function Gates({ view, plan, go, onChange }: Props & { readonly view: GatesView; readonly onChange: () => void }) {
  const [busy, setBusy] = useState(false);
  const carryOut = async (asked: Promise<unknown>, done: string) => {
    setBusy(true);
    try {
      await asked;
      flag({ type: "success", title: done });
    } catch (error) {
      flagRefusal(error);
    }
    setBusy(false);
    onChange();
  };
  return (
    <div className="stack stack-wide">
      <div className="gates">
        {view.gates.map((gate) => (
          <Gate
            key={gate.gate}
            gate={gate}
            zone={view.plan.zone}
            busy={busy}
            go={go}
            onTick={(item, done) => void ask("tickChecklist", { plan, item, done }).then(onChange, flagRefusal)}
            onVote={(choice, why) =>
              void carryOut(ask("voteGate", { plan, gate: gate.gate, choice, why }), "Your vote is recorded")
            }
            onWithdraw={(why) =>
              void carryOut(ask("withdrawGate", { plan, gate: gate.gate, why }), "The decision is taken back")
            }
          />
        ))}
      </div>
      <Written
        text={view.written}
        busy={busy}
        onRecompute={() => void carryOut(ask("decideVerdict", { plan }), "The evidence was worked out anew")}
      />
    </div>
  );
}

interface WrittenProps {
  readonly text: string | null;
  readonly busy: boolean;
  readonly onRecompute: () => void;
}

function Written({ text, busy, onRecompute }: WrittenProps) {
  return (
    <section className="stack stack-tight" aria-live="polite">
      <h2>What the workflow rule reads</h2>
      <p className="subtle">{text ?? "No verdict has been written yet: until then the rule refuses."}</p>
      <div className="row">
        <button type="button" className="button" disabled={busy} onClick={onRecompute}>
          {busy ? "Working it out …" : "Recompute now"}
        </button>
        <span className="faint">Uptake does so by itself within a quarter of an hour of anything new.</span>
      </div>
    </section>
  );
}
