import { useState } from "react";
import Button from "@atlaskit/button/default/button";
import type { RunView } from "#contract/sync";
import { ItemLink } from "../parts/item-link";
import { count } from "../parts/share";
import { Failures } from "./failures";
import { sayState } from "./run-state";
import { UndoCheck } from "./undo-check";

interface Props {
  readonly run: RunView;
  readonly onRetry: () => void;
  /** The run as it is being taken back. */
  readonly onUndone: (run: RunView) => void;
  readonly onClose: () => void;
}

/** What came of it: links to what was made, what did not work and how to mend it, and the way back. */
export function RunResult({ run, onRetry, onUndone, onClose }: Props) {
  const [undoing, setUndoing] = useState(false);
  return (
    <section className="group stack" aria-live="polite">
      <div className="stack stack-tight">
        <h2>{sayState(run)}</h2>
        <p>{sayOutcome(run)}</p>
        <p className="subtle">
          {count(run.done, "call")} to Jira, {count(run.points, "point")} of its hourly allowance.
        </p>
        {run.state === "failed" ? <p className="missing">{run.doing}</p> : null}
        {run.state === "cancelled" && run.done < run.total ? (
          <p>
            {count(run.total - run.done, "call")} {run.total - run.done === 1 ? "was" : "were"} not sent. Apply the file
            again to go on, or undo what was done.
          </p>
        ) : null}
      </div>
      {run.failures.length === 0 ? null : <Failures failures={run.failures} />}
      {run.state === "undone" ? null : <Made created={run.created} />}
      {undoing ? (
        <UndoCheck run={run} onUndone={onUndone} onLeave={() => setUndoing(false)} />
      ) : (
        <div className="row">
          {run.retryable === 0 ? null : (
            <Button appearance="primary" onClick={onRetry}>
              Try the {count(run.retryable, "failed one")} again
            </Button>
          )}
          <Button appearance={run.retryable === 0 ? "primary" : "default"} onClick={onClose}>
            Show the plan
          </Button>
          {run.canUndo ? (
            <Button appearance="subtle" onClick={() => setUndoing(true)}>
              Undo all of it …
            </Button>
          ) : null}
        </div>
      )}
    </section>
  );
}

const mostShown = 20;

function Made({ created }: Pick<RunView, "created">) {
  const [all, setAll] = useState(false);
  if (created.length === 0) return null;
  return (
    <ul className="linked">
      {created.slice(0, all ? created.length : mostShown).map((item) => (
        <li key={item.key}>
          <ItemLink itemKey={item.key} /> <span className="linked-title">{item.title}</span>
        </li>
      ))}
      {created.length > mostShown && !all ? (
        <li>
          <button type="button" className="link" onClick={() => setAll(true)}>
            Show all {created.length.toLocaleString("en")}
          </button>
        </li>
      ) : null}
    </ul>
  );
}

function sayOutcome(run: RunView): string {
  const failed = String(run.failures.length);
  if (run.state === "undone") {
    const kept = run.failures.length === 0 ? "nothing had to stay" : `${failed} had to stay as they are`;
    return `${count(run.done, "change")} taken back, ${kept}.`;
  }
  const end = run.failures.length === 0 ? "nothing failed" : `${failed} failed`;
  return `${count(run.created.length, "work item")} created, ${end}.`;
}
