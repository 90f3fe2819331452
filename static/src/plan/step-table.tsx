import type { PlanTableRow, PlanTableView } from "#contract/plans";
import { sayDay } from "../parts/day";
import { ItemLink } from "../parts/item-link";
import { count } from "../parts/share";
import { Table } from "../parts/table";

interface Props {
  readonly view: PlanTableView;
  /** Those that the search leaves. */
  readonly rows: readonly PlanTableRow[];
}

/** The plan as Jira holds it now, with the dates that follow from its dependencies. */
export function StepTable({ view, rows }: Props) {
  return (
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
