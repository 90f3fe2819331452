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
              key={`${change.on} ${change.metric} ${change.to ?? ""}`}
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
  const { on, from, to, kind, decision } = change;
  const isOpen = kind === "easier" && decision === null;
  return (
    <li>
      <span className={`sighting sighting-${isOpen ? "yes" : "no"}`}>{kind === "easier" ? "Lowered" : "Raised"}</span>
      <div className="stack stack-tight">
        <p>
          {sayDay(on)}: {from ?? "nothing"} → {to ?? "no longer asked for"}
        </p>
        {decision === null ? null : (
          <p className="subtle">
            Decided by {name}. Given up: {decision.givenUp}
          </p>
        )}
        {isOpen ? <Answer change={change} plan={plan} onAnswered={onAnswered} /> : null}
      </div>
    </li>
  );
}

function Answer({ change: { metric, on }, plan, onAnswered }: Pick<ChangeProps, "change" | "plan" | "onAnswered">) {
  const [givenUp, setGivenUp] = useState("");
  const send = () => ask("answerThreshold", { plan, metric, on, givenUp }).then(onAnswered, flagRefusal);
  return (
    <form
      className="row row-end"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <label className="labelled">
        <span>The gate stays shut until somebody says what was given up</span>
        <input type="text" value={givenUp} maxLength={500} onChange={(event) => setGivenUp(event.target.value)} />
      </label>
      <button type="submit" className="button button-primary" disabled={givenUp.trim().length < 10}>
        Answer for it
      </button>
    </form>
  );
}
