import Button from "@atlaskit/button/default/button";
import type { RunView } from "#contract/sync";
import { ItemLink } from "../parts/item-link";
import { sayState } from "./run-state";
import { count } from "../parts/share";

interface Props {
  readonly run: RunView;
  readonly onUndo: () => void;
  readonly onClose: () => void;
}

const mostShown = 20;

/** What came of it: links to what was made, what did not work and how to mend it, and the way back. */
export function RunResult({ run, onUndo, onClose }: Props) {
  const made = run.created.slice(0, mostShown);
  return (
    <section className="group stack" aria-live="polite">
      <div className="stack stack-tight">
        <h2>{sayState(run)}</h2>
        <p>{sayOutcome(run)}</p>
      </div>
      {run.failures.length === 0 ? null : <Failures failures={run.failures} />}
      {made.length === 0 || run.state === "undone" ? null : (
        <ul className="linked">
          {made.map((item) => (
            <li key={item.key}>
              <ItemLink itemKey={item.key} /> <span className="linked-title">{item.title}</span>
            </li>
          ))}
          {run.created.length > mostShown ? (
            <li className="subtle">and {run.created.length - mostShown} more</li>
          ) : null}
        </ul>
      )}
      <div className="row">
        <Button appearance="primary" onClick={onClose}>
          Show the plan
        </Button>
        {run.canUndo ? (
          <Button appearance="subtle" onClick={onUndo}>
            Undo all of it
          </Button>
        ) : null}
      </div>
    </section>
  );
}

function sayOutcome(run: RunView): string {
  const failed = String(run.failures.length);
  if (run.state === "undone") {
    const kept = run.failures.length === 0 ? "nothing had to stay" : `${failed} had to stay as they are`;
    return `${count(run.done, "change")} taken back, ${kept}.`;
  }
  const end = run.failures.length === 0 ? "nothing failed" : `${failed} failed`;
  return `${count(run.done, "change")} made, ${count(run.created.length, "work item")} created, ${end}.`;
}

function Failures({ failures }: Pick<RunView, "failures">) {
  return (
    <ul className="rows">
      {failures.map((failure) => (
        <li key={failure.item} className="note note-refused">
          <strong>{failure.title}</strong>
          <p>{failure.message}</p>
          <p className="note-mend">{failure.mend}</p>
        </li>
      ))}
    </ul>
  );
}
