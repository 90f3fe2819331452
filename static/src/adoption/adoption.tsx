import { useState } from "react";
import type { SnapshotView } from "#contract/adoption";
import { AdoptionMetrics } from "./adoption-metrics";
import { AskedFor } from "../parts/asked-for";
import { CurveSection } from "./curve-section";
import { Departments } from "./departments";
import { Empty } from "../parts/empty";
import { Exclusions } from "./exclusions";
import { WeeksSection } from "./weeks-section";
import { useAsk } from "../parts/use-ask";

/** The sentence first, the chart second, the table third. */
export default function AdoptionScreen({ plan }: { readonly plan: string }) {
  const [wave, setWave] = useState<string | null>(null);
  const { state, again } = useAsk("adoption", { plan, wave });
  return (
    <AskedFor state={state} what="adoption" onAgain={again}>
      {(view) => (
        <div className="stack stack-wide">
          <WaveChoice waves={view.waves} chosen={wave} onChoose={setWave} />
          {view.cut === null ? <NoEvidence /> : <Adoption view={view} />}
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

function Adoption({ view }: { readonly view: SnapshotView }) {
  return (
    <>
      <AdoptionMetrics view={view} />
      {view.curve === null ? null : <CurveSection curve={view.curve} />}
      {view.weeks.length === 0 ? null : <WeeksSection weeks={view.weeks} trend={view.trend} />}
      <Departments departments={view.departments} />
      <Exclusions view={view} />
    </>
  );
}

interface ChoiceProps {
  readonly waves: SnapshotView["waves"];
  readonly chosen: string | null;
  readonly onChoose: (wave: string | null) => void;
}

function WaveChoice({ waves, chosen, onChoose }: ChoiceProps) {
  if (waves.length < 2) return null;
  return (
    <label className="labelled">
      <span>Wave</span>
      <select
        value={chosen ?? ""}
        onChange={(event) => onChoose(event.target.value === "" ? null : event.target.value)}
      >
        <option value="">All waves</option>
        {waves.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}
