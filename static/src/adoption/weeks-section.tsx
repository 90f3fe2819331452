import { lazy, Suspense } from "react";
import type { SnapshotView, WeekView } from "#contract/adoption";
import { ChartOrTable } from "../charts/chart-or-table";
import { splitNames } from "#domain/adoption/ticket-category";
import { sayAbout, sayTitle } from "../parts/about";
import { csv } from "../parts/download";
import { sayRatio } from "../parts/share";
import { Skeleton } from "../parts/skeleton";
import { Table } from "../parts/table";

const HelpDeskWeeks = lazy(() => import("../charts/help-desk-weeks"));

interface Props {
  readonly weeks: readonly WeekView[];
  readonly trend: SnapshotView["trend"];
  readonly marks: SnapshotView["marks"];
}

export function WeeksSection({ weeks, trend, marks }: Props) {
  return (
    <ChartOrTable
      title="Help-desk tickets a person"
      fileName="help-desk-ratio.csv"
      csv={csvOf(weeks)}
      chart={
        <Suspense fallback={<Skeleton label="Drawing the weeks" lines={[100, 100, 100]} />}>
          <HelpDeskWeeks
            weeks={weeks}
            trend={trend.line}
            marks={marks}
            say={({ ratio, lower, upper }) => sayRatio(ratio, lower, upper)}
          />
        </Suspense>
      }
      table={<WeekTable weeks={weeks} />}
    >
      <p>
        {trend.sentence} Hollow weeks are provisional: tickets for them may still come in.
        {trend.line === null ? " No trend line is drawn, because none may be claimed." : ""}
      </p>
    </ChartOrTable>
  );
}

function WeekTable({ weeks }: Pick<Props, "weeks">) {
  return (
    <Table
      caption="Tickets for each active person, by ISO week"
      columns={[
        { name: "Week", heads: "row", render: (row) => <span className="nowrap">{row.week}</span> },
        { name: "Tickets", align: "end", render: (row) => row.tickets.toLocaleString("en") },
        ...splitNames.map((about) => ({
          name: sayTitle(about),
          align: "end" as const,
          render: (row: WeekView) => row.split[about].toLocaleString("en"),
        })),
        { name: "Active people", align: "end", render: (row) => row.active.toLocaleString("en") },
        { name: "Ratio (95 %)", align: "end", render: (row) => sayRatio(row.ratio, row.lower, row.upper) },
        { name: "State", render: (row) => (row.provisional ? "provisional" : "settled") },
      ]}
      rows={weeks}
      rowKey={(row) => row.week}
    />
  );
}

function csvOf(weeks: readonly WeekView[]): string {
  const rows = weeks.map(({ week, tickets, split, active, ratio, lower, upper, provisional }) => {
    const parts = splitNames.map((about) => split[about]);
    return [week, tickets, active, ratio, lower, upper, provisional ? "provisional" : "settled", ...parts];
  });
  const names = splitNames.map((about) => sayAbout(about));
  return csv([["week", "tickets", "active", "ratio", "lower", "upper", "state", ...names], ...rows]);
}
