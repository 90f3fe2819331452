import { useState } from "react";
import { RefusalNote } from "../parts/refusal-note";
import { CountingForm } from "./counting-form";
import { PreviewedCount } from "./previewed-count";
import { useCounting } from "./use-counting";

interface Props {
  readonly plan: string;
  readonly onDefined: () => void;
}

/** Defines a transaction or a ticket, looked at before it is saved. */
export function NewCounting({ plan, onDefined }: Props) {
  const [round, setRound] = useState(0);
  const { draft, state, counting, look, save, change } = useCounting(plan, () => {
    setRound(round + 1);
    onDefined();
  });
  const busy = state.kind === "looking" || state.kind === "saving";
  return (
    <details className="tile counting">
      <summary>Count work items of Jira</summary>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (counting !== null) void look(counting);
        }}
      >
        <CountingForm key={round} draft={draft} onChange={change} />
        <div className="row">
          <button type="submit" className="button button-primary" disabled={busy || counting === null}>
            {state.kind === "looking" ? "Looking …" : "See what it finds"}
          </button>
        </div>
        <div aria-live="polite" className="stack">
          {state.kind === "refused" ? <RefusalNote refusal={state.refusal} /> : null}
          {state.kind === "saving" ? <p>Saving, and looking for the first time …</p> : null}
          {state.kind === "seen" ? (
            <PreviewedCount
              seen={state}
              name={draft.name}
              onName={(name) => change({ name })}
              onSave={() => void save(state.counting)}
            />
          ) : null}
        </div>
      </form>
    </details>
  );
}
