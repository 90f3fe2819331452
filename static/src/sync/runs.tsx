import { useState } from "react";
import { Segments } from "../parts/segments";
import { History } from "./history";
import { RunList } from "./run-list";

interface Props {
  readonly plan: string;
  readonly onUndone: () => void;
}

const views = [
  ["runs", "Runs"],
  ["history", "History"],
] as const;

/** What has happened between plan and Jira: by run, with the way back, or change by change from both sides. */
export function Runs({ plan, onUndone }: Props) {
  const [view, setView] = useState<"runs" | "history">("runs");
  return (
    <section className="stack stack-tight plan-runs">
      <div className="row row-apart">
        <h2>{view === "runs" ? "Runs" : "History"}</h2>
        <Segments name="What has happened" choices={views} chosen={view} onChoose={setView} />
      </div>
      {view === "runs" ? <RunList plan={plan} onUndone={onUndone} /> : <History plan={plan} />}
    </section>
  );
}
