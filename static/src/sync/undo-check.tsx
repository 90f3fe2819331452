import { useState } from "react";
import Button from "@atlaskit/button/default/button";
import type { RefusalView } from "#contract/reply";
import type { RunView, UndoView } from "#contract/sync";
import { ask, refusalOf } from "../bridge";
import { AskedFor } from "../parts/asked-for";
import { RefusalNote } from "../parts/refusal-note";
import { count } from "../parts/share";
import { useAsk } from "../parts/use-ask";
import { KeptList } from "./kept-list";

interface Props {
  readonly run: RunView;
  readonly onUndone: (run: RunView) => void;
  readonly onLeave: () => void;
}

/** What taking a run back would do, and what it no longer can, before anything is taken back. */
export function UndoCheck({ run, onUndone, onLeave }: Props) {
  const { state, again } = useAsk("undoPreview", { run: run.id });
  return (
    <section className="group stack" aria-label="Undo">
      <AskedFor state={state} what="what can be undone" onAgain={again}>
        {(view) => (
          <>
            <div className="stack stack-tight">
              <h3>Undo this run?</h3>
              <p>{sayUndo(view)}</p>
            </div>
            {view.kept.length === 0 ? null : (
              <div className="stack stack-tight">
                <h4>{count(view.kept.length, "change")} can no longer be undone</h4>
                <KeptList kept={view.kept} />
              </div>
            )}
            <Confirm view={view} run={run} onUndone={onUndone} onLeave={onLeave} />
          </>
        )}
      </AskedFor>
    </section>
  );
}

function Confirm({ view, run, onUndone, onLeave }: Props & { readonly view: UndoView }) {
  const [refusal, setRefusal] = useState<RefusalView | null>(null);
  const [sending, setSending] = useState(false);
  const [isKnown, setKnown] = useState(view.deletes === 0);
  const undo = async () => {
    setSending(true);
    try {
      onUndone(await ask("undoRun", { run: run.id }));
    } catch (error) {
      setRefusal(refusalOf(error));
      setSending(false);
    }
  };
  return (
    <>
      {view.deletes === 0 ? null : (
        <label className="check">
          <input type="checkbox" checked={isKnown} onChange={({ target }) => setKnown(target.checked)} />
          <span>
            I know that Jira keeps no bin: {count(view.deletes, "work item")} would be gone with their comments,
            attachments and status.
          </span>
        </label>
      )}
      {refusal === null ? null : <RefusalNote refusal={refusal} />}
      <div className="row">
        <Button
          appearance="danger"
          isDisabled={isNothing(view) || !isKnown}
          isLoading={sending}
          onClick={() => void undo()}
        >
          Undo it
        </Button>
        <Button appearance="subtle" onClick={onLeave}>
          Leave it as it is
        </Button>
      </div>
    </>
  );
}

function isNothing({ restores, deletes, unlinks }: UndoView): boolean {
  return restores + deletes + unlinks === 0;
}

function sayUndo(view: UndoView): string {
  if (isNothing(view)) return "Nothing of it can be taken back.";
  const { restores, deletes, unlinks } = view;
  const parts = [
    ...(deletes > 0 ? [`deletes ${count(deletes, "work item")} it created`] : []),
    ...(restores > 0 ? [`puts ${count(restores, "work item")} back to what they were`] : []),
    ...(unlinks > 0 ? [`takes ${count(unlinks, "link")} back`] : []),
  ];
  return `Undoing ${parts.join(" and ")}. What people have changed since stays.`;
}
