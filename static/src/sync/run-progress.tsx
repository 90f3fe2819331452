import { useState } from "react";
import Button from "@atlaskit/button/default/button";
import ProgressBar from "@atlaskit/progress-bar/progress-bar";
import type { RunView } from "#contract/sync";
import { flagRefusal } from "../bridge";
import { sayDuration } from "../parts/day";
import { count } from "../parts/share";
import { legOf, ratePerSecond, sayState, secondsLeft } from "./run-state";

interface Props {
  readonly run: RunView;
  /** When this state of the run was seen. */
  readonly now: number;
  readonly onCancel: () => Promise<void>;
}

/** What is being done, how fast, how long still, and what it costs; with a way out. */
export function RunProgress({ run, now, onCancel }: Props) {
  const [leg, setLeg] = useState(() => legOf(run, now));
  const [leaving, setLeaving] = useState(false);
  if (leg.doing !== run.doing) setLeg(legOf(run, now));
  const rate = ratePerSecond(run, now, leg);
  const left = secondsLeft(run, rate);
  const cancel = async () => {
    setLeaving(true);
    try {
      await onCancel();
    } catch (error) {
      flagRefusal(error);
      setLeaving(false);
    }
  };
  const facts = [
    `${run.done.toLocaleString("en")} of ${run.total.toLocaleString("en")}`,
    ...(rate === null ? [] : [`${rate.toFixed(rate < 10 ? 1 : 0)} a second`]),
    ...(left === null ? [] : [`about ${sayDuration(left)} left`]),
    count(run.points, "point"),
  ];
  return (
    <section className="group stack stack-tight" aria-live="polite">
      <div className="row row-apart">
        <h2>{sayState(run)}</h2>
        <Button isDisabled={leaving} onClick={() => void cancel()}>
          Cancel
        </Button>
      </div>
      <ProgressBar
        ariaLabel={`${sayState(run)}: ${run.doing}`}
        value={run.total === 0 ? 0 : run.done / run.total}
        isIndeterminate={run.total === 0}
      />
      <p>{run.doing}</p>
      <p className="subtle">{facts.join(" · ")}</p>
      <p className="faint">You may leave this page; the work goes on and stays listed under Runs.</p>
    </section>
  );
}
