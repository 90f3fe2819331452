import type { RollbackPanel } from "#contract/panel";
import { sayDay } from "../parts/day";
import { LinkedItems } from "./linked-items";
import { PanelHead } from "./panel-head";
import { count } from "../parts/share";
import { Table } from "../parts/table";

/** What to do when it goes wrong: read under stress, so the time and the last moment come first. */
export function RollbackPart({ panel }: { readonly panel: RollbackPanel }) {
  const { minutesToRollBack: minutes, pointOfNoReturn } = panel;
  return (
    <div className="stack">
      <PanelHead plan={panel.plan} />
      <div className="say">
        <p className="say-line">
          {minutes === null ? "Time to roll back is not known" : `Rolling back takes ${count(minutes, "minute")}`}
        </p>
        <p className="subtle">
          {pointOfNoReturn === null
            ? "No point of no return is known yet."
            : `${panel.wayBack.kind === "closed" ? "Too late: past the point" : "Point"} of no return: ${sayDay(pointOfNoReturn)}`}
        </p>
      </div>
      <section className="stack stack-tight">
        <h3>Pull it when</h3>
        <ul className="bullets">
          {panel.triggers.map((trigger) => (
            <li key={trigger}>{trigger}</li>
          ))}
        </ul>
      </section>
      <Table
        caption="Runbook"
        columns={[
          { name: "Step", heads: "row", render: (row) => row.title },
          { name: "Owner", render: (row) => row.owner ?? "nobody yet" },
          { name: "Takes", align: "end", render: (row) => row.duration ?? "–" },
        ]}
        rows={panel.runbook}
        rowKey={(row) => row.title}
      />
      <section className="stack stack-tight">
        <h3>Covers</h3>
        <LinkedItems items={panel.covers} />
      </section>
      {panel.communication.length === 0 ? null : <Tell communication={panel.communication} />}
    </div>
  );
}

function Tell({ communication }: Pick<RollbackPanel, "communication">) {
  return (
    <section className="stack stack-tight">
      <h3>Tell</h3>
      <ul className="bullets">
        {communication.map((message) => (
          <li key={`${message.audience}-${message.channel}`}>
            <strong>{message.audience}</strong> by {message.channel}: {message.text}
          </li>
        ))}
      </ul>
    </section>
  );
}
