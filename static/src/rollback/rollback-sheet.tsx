import type { RollbacksView, RollbackView } from "#contract/rollbacks";
import { ItemLink } from "../parts/item-link";
import { count } from "../parts/share";
import { Table } from "../parts/table";
import { useAct } from "./act";
import { sayClock } from "./clock-words";
import { Countdown } from "./countdown";
import type { Place } from "./place";
import { Readings } from "./reading-form";
import { RunOn } from "./run-on";
import { RunRecord } from "./run-record";
import { StartRun } from "./start-run";
import { TriggerList } from "./trigger-list";
import type { NameOf } from "./use-names";

interface Props {
  readonly rollback: RollbackView;
  readonly view: RollbacksView;
  readonly plan: string;
  readonly nameOf: NameOf;
  readonly onChanged: (view: RollbacksView) => void;
}

export function RollbackSheet({ rollback, view, plan, nameOf, onChanged }: Props) {
  const { id, key, title, status, owner, runs } = rollback;
  const place: Place = {
    ...useAct(onChanged),
    of: { plan, rollback: id },
    canEdit: view.canEdit,
    answered: view.now,
    zone: view.zone,
    nameOf,
    clock: (at) => sayClock(at, view.zone, view.now),
  };
  const on = runs.find((run) => run.status.kind === "running");
  const over = runs.filter((run) => run.status.kind !== "running");
  return (
    <section className="tile stack rollback-sheet" aria-label={title}>
      <div className="row row-apart">
        <h2>{title}</h2>
        <span className="row">
          {status === null ? null : <span className="tag">{status}</span>}
          {key === null ? null : <ItemLink itemKey={key} />}
        </span>
      </div>
      {on === undefined ? <Countdown rollback={rollback} now={view.now} /> : <RunOn run={on} place={place} />}
      <section className="stack stack-tight">
        <h3>Pull it when</h3>
        <TriggerList triggers={rollback.triggers} />
        <Readings readings={rollback.readings} place={place} />
      </section>
      {on === undefined && view.canEdit ? <StartRun rollback={rollback} place={place} /> : null}
      {over.length === 0 ? null : (
        <section className="stack stack-tight">
          <h3>Runs</h3>
          {over.map((run, at) => (
            <RunRecord key={run.id} run={run} place={place} open={at === 0 && on === undefined} />
          ))}
        </section>
      )}
      <details>
        <summary>
          Runbook, {count(rollback.runbook.length, "step")}, and {count(rollback.communication.length, "message")}
        </summary>
        <Runbook rollback={rollback} nameOf={nameOf} />
      </details>
      <Taught lessons={rollback.lessons} />
      <p className="subtle">Owner: {nameOf(owner)}</p>
      <Covers covers={rollback.covers} />
    </section>
  );
}

function Runbook({ rollback, nameOf }: { readonly rollback: RollbackView; readonly nameOf: NameOf }) {
  return (
    <div className="stack">
      <Table
        caption="Runbook"
        columns={[
          { name: "Step", heads: "row", render: (row) => row.title },
          { name: "Owner", render: (row) => nameOf(row.owner) },
          { name: "Takes", align: "end", render: (row) => row.duration ?? "–" },
        ]}
        rows={rollback.runbook}
        rowKey={(row) => row.title}
      />
      {rollback.communication.length === 0 ? null : (
        <ul className="bullets">
          {rollback.communication.map(({ audience, channel, text }) => (
            <li key={`${audience} ${channel}`}>
              <strong>{audience}</strong> by {channel}: {text}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The plan was begun where an earlier one had got to. */
function Taught({ lessons }: Pick<RollbackView, "lessons">) {
  if (lessons.length === 0) return null;
  return (
    <section className="stack stack-tight">
      <h3>What earlier runs taught</h3>
      <ul className="bullets">
        {lessons.map((lesson) => (
          <li key={lesson}>{lesson}</li>
        ))}
      </ul>
    </section>
  );
}

function Covers({ covers }: Pick<RollbackView, "covers">) {
  if (covers.length === 0) return null;
  return (
    <p className="subtle">
      Takes back:{" "}
      {covers.map(({ key, title }, at) => (
        <span key={title}>
          {at === 0 ? "" : ", "}
          {key === null ? title : <ItemLink itemKey={key}>{title}</ItemLink>}
        </span>
      ))}
    </p>
  );
}
