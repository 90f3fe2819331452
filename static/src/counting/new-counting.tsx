import { useState } from "react";
import type { ItemsPreview, WorkItemCounting } from "#contract/work-items";
import type { RefusalView } from "#contract/reply";
import { ask, flag, refusalOf } from "../bridge";
import { RefusalNote } from "../parts/refusal-note";
import { CountingForm } from "./counting-form";
import { countingOf, emptyDraft } from "./draft";
import type { Draft } from "./draft";
import { PreviewedCount } from "./previewed-count";

interface Props {
  readonly plan: string;
  readonly onDefined: () => void;
}

type State =
  | { readonly kind: "open" | "looking" | "saving" }
  | { readonly kind: "refused"; readonly refusal: RefusalView }
  /** Of exactly this definition: another one wants another look. */
  | { readonly kind: "seen"; readonly counting: WorkItemCounting; readonly preview: ItemsPreview };

/** Defines a transaction or a ticket, looked at before it is saved. */
export function NewCounting({ plan, onDefined }: Props) {
  const [draft, setDraft] = useState(emptyDraft);
  const [round, setRound] = useState(0);
  const [state, setState] = useState<State>({ kind: "open" });
  const counting = countingOf(draft);
  const busy = state.kind === "looking" || state.kind === "saving";
  const change = (part: Partial<Draft>) => {
    setDraft({ ...draft, ...part });
    if (!("name" in part)) setState({ kind: "open" });
  };
  const attempt = async (kind: "looking" | "saving", carryOut: () => Promise<void>) => {
    setState({ kind });
    try {
      await carryOut();
    } catch (error) {
      setState({ kind: "refused", refusal: refusalOf(error) });
    }
  };
  const look = (wanted: WorkItemCounting) =>
    attempt("looking", async () => {
      setState({ kind: "seen", counting: wanted, preview: await ask("previewItems", { plan, counting: wanted }) });
    });
  const save = (wanted: WorkItemCounting) =>
    attempt("saving", async () => {
      await ask("defineItems", { plan, name: draft.name.trim(), counting: wanted });
      flag({ type: "success", title: `“${draft.name.trim()}” counts from now on` });
      setDraft(emptyDraft);
      setRound(round + 1);
      setState({ kind: "open" });
      onDefined();
    });
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
