import { useState } from "react";
import type { SnapshotView } from "#contract/adoption";
import { AdoptionMetrics } from "./adoption-metrics";
import { ArithmeticDialog } from "./arithmetic-dialog";
import type { Drilled } from "./arithmetic-dialog";
import { AskedFor } from "../parts/asked-for";
import { CurveSection } from "./curve-section";
import { Departments } from "./departments";
import { Empty } from "../parts/empty";
import { Exclusions } from "./exclusions";
import { Outcomes } from "./outcomes";
import { Sources } from "./sources";
import { Symptoms } from "./symptoms";
import { Tail } from "./tail";
import { Thresholds } from "./thresholds";
import { WeeksSection } from "./weeks-section";
import { WhatAsked } from "./what-asked";
import { useAsk } from "../parts/use-ask";
import { WaveChoice } from "../parts/wave-choice";

/** The sentence first, the chart second, the table third, the arithmetic last. */
export default function AdoptionScreen({ plan }: { readonly plan: string }) {
  const [wave, setWave] = useState<string | null>(null);
  const { state, again } = useAsk("adoption", { plan, wave });
  return (
    <AskedFor state={state} what="adoption" onAgain={again}>
      {(view) => (
        <div className="stack stack-wide">
          <WaveChoice waves={view.waves} chosen={wave} onChoose={setWave} />
          {view.cut === null ? <NoEvidence /> : <Measured view={view} />}
          <Symptoms view={view} onNoted={again} />
          <Outcomes view={view} onNoted={again} />
          <Thresholds view={view} onAnswered={again} />
          <Tail plan={plan} wave={wave} />
          <Sources view={view} />
        </div>
      )}
    </AskedFor>
  );
}

function NoEvidence() {
  return (
    <Empty title="Nothing is reported yet">
      <p>
        Create a source under Settings and let the system people work in report what they do. Until then every metric is
        RED: no evidence is not good evidence.
      </p>
    </Empty>
  );
}

function Measured({ view }: { readonly view: SnapshotView }) {
  const [drilled, setDrilled] = useState<Drilled | null>(null);
  return (
    <>
      <AdoptionMetrics view={view} onDrill={(metric) => setDrilled({ metric, department: null })} />
      {view.curve === null ? null : <CurveSection curve={view.curve} clock={view.clock} />}
      {view.weeks.length === 0 ? null : <WeeksSection weeks={view.weeks} trend={view.trend} marks={view.marks} />}
      {view.askedFor === null ? null : <WhatAsked askedFor={view.askedFor} />}
      <Departments view={view} onDrill={(department) => setDrilled({ metric: "ttft", department })} />
      <Exclusions view={view} />
      {drilled === null ? null : <ArithmeticDialog view={view} drilled={drilled} onClose={() => setDrilled(null)} />}
    </>
  );
}
