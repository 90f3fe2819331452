import type { RollbackView } from "#contract/rollbacks";
import { sayDay } from "../parts/day";
import { ItemLink } from "../parts/item-link";
import { count } from "../parts/share";
import { Table } from "../parts/table";

export function RollbackSheet({ rollback }: { readonly rollback: RollbackView }) {
  const { key, title, status, owner, triggers } = rollback;
  return (
    <section className="tile stack stack-tight" aria-label={title}>
      <div className="row row-apart">
        <h2>{title}</h2>
        <span className="row">
          {status === null ? null : <span className="tag">{status}</span>}
          {key === null ? null : <ItemLink itemKey={key} />}
        </span>
      </div>
      <p className="tile-number">{sayLastMoment(rollback)}</p>
      <p className="subtle">Owner: {owner ?? "nobody yet"}</p>
      <h3>Pull it when</h3>
      {triggers.length === 0 ? (
        <p className="subtle">No trigger is written: nobody will know when.</p>
      ) : (
        <ul className="bullets">
          {triggers.map((trigger) => (
            <li key={trigger}>{trigger}</li>
          ))}
        </ul>
      )}
      <details>
        <summary>
          Runbook, {count(rollback.runbook.length, "step")}, and {count(rollback.communication.length, "message")}
        </summary>
        <Runbook rollback={rollback} />
      </details>
      <Covers covers={rollback.covers} />
    </section>
  );
}

function sayLastMoment({ minutesToRollBack: minutes, pointOfNoReturn, wayBack }: RollbackView): string {
  const length = minutes === null ? "Nobody has said how long it takes" : `Takes ${count(minutes, "minute")}`;
  if (pointOfNoReturn === null) return `${length}.`;
  const turn = wayBack.kind === "closed" ? "too late since" : "too late after";
  return `${length}; ${turn} ${sayDay(pointOfNoReturn)}.`;
}

function Runbook({ rollback }: { readonly rollback: RollbackView }) {
  return (
    <div className="stack">
      <Table
        caption="Runbook"
        columns={[
          { name: "Step", heads: "row", render: (row) => row.title },
          { name: "Owner", render: (row) => row.owner ?? "nobody yet" },
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
