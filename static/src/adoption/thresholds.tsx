import { useState } from "react";
import type { SnapshotView, ThresholdChangeView } from "#contract/adoption";
import { ask, flagRefusal } from "../bridge";
import { sayDay } from "../parts/day";
import { Table } from "../parts/table";
import { useNames } from "../sync/use-names";

interface Props {
  readonly view: SnapshotView;
  readonly onAnswered: () => void;
}

/** What was promised at kick-off, and every change since, with who answers for a lower bar. */
export function Thresholds({ view, onAnswered }: Props) {
  const names = useNames(view.thresholdChanges.map(({ decision }) => decision?.by ?? ""));
  return (
    <section className="stack stack-tight">
      <h2>Thresholds of the second gate</h2>
      <Table
        caption="What the gate asks"
        columns={[
          { name: "Threshold", heads: "row", render: (row) => row.words },
          { name: "In force since", render: (row) => sayDay(row.since) },
        ]}
        rows={view.thresholds}
        rowKey={(row) => row.words}
      />
      {view.thresholdChanges.length === 0 ? (
        <p className="subtle">Nothing has changed since kick-off.</p>
      ) : (
        <ul className="symptom-list">
          {view.thresholdChanges.map((change) => (
            <Change
              key={`${change.on} ${change.from ?? ""} ${change.to ?? ""}`}
              change={change}
              plan={view.plan.id}
              name={names.get(change.decision?.by ?? "") ?? "somebody whose name you may not see"}
              onAnswered={onAnswered}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

interface ChangeProps {
  readonly change: ThresholdChangeView;
  readonly plan: string;
  readonly name: string;
  readonly onAnswered: () => void;
}

function Change({ change, plan, name, onAnswered }: ChangeProps) {
  const { on, from, to, kind, isTakenBack, isUnanswered, decision } = change;
  return (
    <li>
      <span className={`sighting sighting-${isUnanswered ? "yes" : "no"}`}>
        {kind === "easier" ? "Made easier" : "Made harder"}
      </span>
      <div className="stack stack-tight">
        <p>
          {sayDay(on)}: {from ?? "nothing"} → {to ?? "no longer asked for"}
        </p>
        {isTakenBack ? <p className="subtle">Taken back since: no less is asked now than before it.</p> : null}
        {decision === null ? null : (
          <p className="subtle">
            Decided by {name}. Given up: {decision.givenUp}
          </p>
        )}
        {isUnanswered ? <Answer change={change} plan={plan} onAnswered={onAnswered} /> : null}
      </div>
    </li>
  );
}

function Answer({ change: { metric, on, to }, plan, onAnswered }: Pick<ChangeProps, "change" | "plan" | "onAnswered">) {
  const [givenUp, setGivenUp] = useState("");
  const send = () => ask("answerThreshold", { plan, metric, on, to, givenUp }).then(onAnswered, flagRefusal);
  return (
    <form
      className="row row-end"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <label className="labelled">
        <span>What was given up? Until somebody says so, the gate stays shut. Your name stands beside it.</span>
        <input type="text" value={givenUp} maxLength={500} onChange={(event) => setGivenUp(event.target.value)} />
      </label>
      <button type="submit" className="button button-primary" disabled={givenUp.trim().length < 10}>
        Answer for it
      </button>
    </form>
  );
}
