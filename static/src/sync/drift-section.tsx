import { useState } from "react";
import Button from "@atlaskit/button/default/button";
import type { DriftView } from "#contract/drift";
import { ask, flagRefusal } from "../bridge";
import { AskedFor } from "../parts/asked-for";
import { sayInstant } from "../parts/day";
import { count } from "../parts/share";
import { useAsk } from "../parts/use-ask";
import { DriftRows } from "./drift-rows";
import { sayDrift } from "./say-drift";

interface Props {
  readonly plan: string;
  /** To where a plan file is compared with Jira. */
  readonly onPreview: () => void;
}

/** Whether plan and Jira are still one; if not, since when, where, and what to do about it. */
export function DriftSection({ plan, onPreview }: Props) {
  const { state, again } = useAsk("drift", { plan });
  const [looked, setLooked] = useState<DriftView | null>(null);
  const [looking, setLooking] = useState(false);
  const look = async () => {
    setLooking(true);
    await ask("checkDrift", { plan }).then(setLooked, flagRefusal);
    setLooking(false);
  };
  return (
    <section className="stack stack-tight" aria-label="Plan and Jira">
      <h2>Plan and Jira</h2>
      <AskedFor state={state} what="what differs from the plan" onAgain={again}>
        {(first) => (
          <Drift view={looked ?? first} isLooking={looking} onLook={() => void look()} onPreview={onPreview} />
        )}
      </AskedFor>
    </section>
  );
}

interface DriftProps {
  readonly view: DriftView;
  readonly isLooking: boolean;
  readonly onLook: () => void;
  readonly onPreview: () => void;
}

function Drift({ view, isLooking, onLook, onPreview }: DriftProps) {
  const { rows, newcomers, checkedAt } = view;
  const differs = rows.length + newcomers.length > 0;
  return (
    <>
      <div className="row">
        <span className={differs ? "count count-warn" : "count"}>{sayDrift(view)}</span>
        <span className="faint">{checkedAt === null ? "" : `looked at ${sayInstant(checkedAt)}`}</span>
        <Button spacing="compact" isLoading={isLooking} onClick={onLook}>
          Look now
        </Button>
        {differs ? (
          <Button spacing="compact" onClick={onPreview}>
            Preview with a plan file
          </Button>
        ) : null}
      </div>
      {differs ? (
        <details className="group">
          <summary>
            {rows.length > 0 ? count(rows.length, "difference") : count(newcomers.length, "new work item")}
          </summary>
          <DriftRows view={view} />
          <p className="faint">
            Edits in Jira are taken into the plan with the next sync. Where the file has moved as well, you are asked.
          </p>
        </details>
      ) : null}
    </>
  );
}
