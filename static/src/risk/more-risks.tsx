import { useState } from "react";
import type { Plan, Risk } from "#domain/plan/plan";
import { ask, flag, flagRefusal } from "../bridge";
import { count } from "../parts/share";
import { ReviewEdits } from "../sync/review-edits";
import { RaiseRisk } from "./raise-risk";
import { foundRisks } from "./found-risks";

interface Props {
  readonly plan: string;
  readonly onChanged: () => void;
}

/** One risk by hand, the five that most rollouts have, or a register somebody already keeps. Many are looked at before they are made. */
export function MoreRisks({ plan, onChanged }: Props) {
  const [mode, setMode] = useState<"closed" | "one" | { readonly plan: Plan }>("closed");
  const leave = () => setMode("closed");
  const look = async (more: (held: Plan) => Promise<readonly Risk[]>) => {
    try {
      const held = await heldPlan(plan);
      const risks = await more(held);
      if (risks.length === 0) flag({ type: "info", title: "The plan already has all of them" });
      else setMode({ plan: { ...held, risks: [...held.risks, ...risks] } });
    } catch (error) {
      flagRefusal(error);
    }
  };
  if (mode === "one") {
    const raised = () => {
      leave();
      onChanged();
    };
    return <RaiseRisk plan={plan} about="" onRaised={raised} onLeave={leave} />;
  }
  if (mode !== "closed") return <ReviewEdits plan={mode.plan} onBack={leave} onApplied={onChanged} />;
  return (
    <div className="row">
      <button type="button" className="button" onClick={() => setMode("one")}>
        Raise a risk
      </button>
      <button type="button" className="button" onClick={() => void look(starters)}>
        Add the usual five
      </button>
      <label className="button">
        Import a register …
        <input
          type="file"
          className="unseen"
          accept=".csv,.xlsx,.md"
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = "";
            if (file !== undefined) void look((held) => fromFile(file, held));
          }}
        />
      </label>
    </div>
  );
}

async function heldPlan(id: string): Promise<Plan> {
  const [{ text }, { readPlan }] = await Promise.all([ask("planText", { plan: id }), import("#formats/yaml")]);
  const read = readPlan(text, "plan.yaml");
  if (read.kind === "read") return read.plan;
  throw new Error(read.findings[0]?.message ?? "The plan cannot be read.");
}

async function starters(held: Plan): Promise<readonly Risk[]> {
  const { starterRisks } = await import("#domain/plan/starter-risks");
  return starterRisks(held);
}

async function fromFile(file: File, held: Plan): Promise<readonly Risk[]> {
  const { risks, left, notes } = await foundRisks(file, held);
  const said = [...left, ...notes].join(" ");
  flag({ type: "info", title: `${count(risks.length, "risk")} read from ${file.name}`, description: said });
  return risks;
}
