import { useState } from "react";
import type { PlanTableRow, PlanTableView } from "#contract/plans";
import { sayDay } from "./day";
import { ItemLink } from "./item-link";
import { count } from "./share";
import { StepFilters } from "./step-filters";
import { allSteps, filterSteps } from "./step-filter";
import { Table } from "./table";

/** The plan as Jira holds it now, with the dates that follow from its dependencies. */
export function StepTable({ view }: { readonly view: PlanTableView }) {
  const [filter, setFilter] = useState(allSteps);
  const rows = filterSteps(view.rows, filter);
  if (view.rows.length === 0) return <p className="subtle">No steps yet. Apply a plan file to create them.</p>;
  return (
    <div className="stack stack-tight">
      {view.cycle === null ? null : (
        <div className="note note-refused" role="alert">
          <h3>These steps wait for each other</h3>
          <p>{view.cycle.join(" → ")}</p>
          <p className="note-mend">No dates can be computed. Remove one of these links, in Jira or in the file.</p>
        </div>
      )}
      <StepFilters rows={view.rows} filter={filter} onChange={setFilter} />
      <Table
        caption={`${count(rows.length, "step")} of ${String(view.rows.length)} · dates in ${view.zone} · slack in working days`}
        columns={[
          { name: "Step", heads: "row", render: (row) => <Step row={row} /> },
          {
            name: "Status",
            render: (row) => <span className={row.done ? "tag tag-good" : "tag"}>{row.status ?? "not created"}</span>,
          },
          { name: "Owner", render: (row) => row.owner ?? <span className="missing">nobody</span> },
          { name: "Start", render: (row) => <span className="nowrap">{sayDay(row.start)}</span> },
          { name: "Finish", render: (row) => <span className="nowrap">{sayDay(row.finish)}</span> },
          { name: "Slack", align: "end", render: (row) => row.slackDays ?? "–" },
          { name: "Path", render: (row) => (row.critical ? <strong className="critical">◆ critical</strong> : "") },
        ]}
        rows={rows}
        rowKey={(row) => row.item}
        rowClass={(row) => (row.done ? "row-done" : "")}
      />
    </div>
  );
}

function Step({ row }: { readonly row: PlanTableRow }) {
  return (
    <span className="step-name">
      <span>{row.title}</span>
      <span className="faint">
        {row.key === null ? row.item : <ItemLink itemKey={row.key} />}
        {row.phase === null ? "" : ` · ${row.phase}`}
        {row.after.length === 0 ? "" : ` · after ${row.after.join(", ")}`}
      </span>
    </span>
  );
}
