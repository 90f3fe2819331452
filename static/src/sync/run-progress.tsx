import Button from "@atlaskit/button/default/button";
import ProgressBar from "@atlaskit/progress-bar/progress-bar";
import type { RunView } from "#contract/sync";
import { sayDuration } from "../parts/day";
import { ratePerSecond, sayState } from "./run-state";

interface Props {
  readonly run: RunView;
  /** When this state of the run was seen. */
  readonly now: number;
  readonly onCancel: () => void;
}

/** What is being done, how fast, how long still, and what it costs; with a way out. */
export function RunProgress({ run, now, onCancel }: Props) {
  const rate = ratePerSecond(run, now);
  const facts = [
    `${run.done.toLocaleString("en")} of ${run.total.toLocaleString("en")}`,
    ...(rate === null ? [] : [`${rate.toFixed(rate < 10 ? 1 : 0)} a second`]),
    ...(run.remainingSeconds === null ? [] : [`about ${sayDuration(run.remainingSeconds)} left`]),
    `${run.points.toLocaleString("en")} points`,
  ];
  return (
    <section className="group stack stack-tight" aria-live="polite">
      <div className="row row-apart">
        <h2>{sayState(run)}</h2>
        <Button onClick={onCancel}>Cancel</Button>
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
