import { useState } from "react";
import type { RollbackView } from "#contract/rollbacks";
import { count } from "../parts/share";
import type { Place } from "./place";

/** A rehearsal begins at a click; the real thing asks once more and says what it sets off. */
export function StartRun({ rollback, place }: { readonly rollback: RollbackView; readonly place: Place }) {
  const [sure, setSure] = useState(false);
  const start = (purpose: "rehearsal" | "real") => {
    setSure(false);
    void place.act("startRollback", { ...place.of, run: crypto.randomUUID(), purpose });
  };
  if (rollback.runbook.length === 0) return <p className="subtle">Without a runbook there is nothing to rehearse.</p>;
  if (sure) {
    return (
      <div className="note note-refused" role="alertdialog" aria-label="Begin for real?">
        <p className="note-mend">Begin the rollback for real?</p>
        <p>
          It makes {count(audiences(rollback), "task")} to tell people, comments on the work items it takes back, and
          starts the clock.
        </p>
        <div className="row">
          <button type="button" className="button button-danger" disabled={place.busy} onClick={() => start("real")}>
            Begin the rollback
          </button>
          <button type="button" className="button" autoFocus onClick={() => setSure(false)}>
            Not now
          </button>
        </div>
      </div>
    );
  }
  return (
    <div className="row">
      <button type="button" className="button" disabled={place.busy} onClick={() => start("rehearsal")}>
        Rehearse
      </button>
      <button type="button" className="button button-danger" disabled={place.busy} onClick={() => setSure(true)}>
        Roll back …
      </button>
    </div>
  );
}

function audiences({ communication }: RollbackView): number {
  return new Set(communication.map(({ audience }) => audience.trim().toLowerCase())).size;
}
