import { lazy, Suspense } from "react";
import type { BurndownDay, BurndownView } from "#contract/risks";
import { ChartOrTable } from "../charts/chart-or-table";
import { AskedFor } from "../parts/asked-for";
import { sayDay } from "../parts/day";
import { Empty } from "../parts/empty";
import { Skeleton } from "../parts/skeleton";
import { Table } from "../parts/table";
import { useAsk } from "../parts/use-ask";

// The charting library is as large as all the rest of the page.
const RiskBurndown = lazy(() => import("../charts/risk-burndown"));

export function BurndownPart({ plan }: { readonly plan: string }) {
  const { state, again } = useAsk("riskBurndown", { plan });
  return (
    <AskedFor state={state} what="the burndown" onAgain={again}>
      {(view) => (view.days.length === 0 ? <Nothing /> : <Burndown view={view} />)}
    </AskedFor>
  );
}

function Nothing() {
  return (
    <Empty title="Nothing to burn down yet">
      <p>As soon as the plan holds risks, this shows day by day how many are open and what they weigh.</p>
    </Empty>
  );
}

function Burndown({ view }: { readonly view: BurndownView }) {
  const { days, gaps } = view;
  return (
    <ChartOrTable
      title="Open risks and their exposure"
      chart={
        <Suspense fallback={<Skeleton label="Drawing the burndown" lines={[100, 100, 100]} />}>
          <RiskBurndown days={days} delivery={view.delivery} />
        </Suspense>
      }
      table={<Days days={days} />}
      csv={csvOf(days)}
      fileName="risk-burndown.csv"
    >
      <p>{sayMove(days)}</p>
      {gaps.length === 0 ? null : (
        <p className="subtle">
          The changelog of {gaps.join(", ")} is not whole: their earlier days are as far as it tells.
        </p>
      )}
    </ChartOrTable>
  );
}

/** Work that closes risks must not be confused with risks that come, come back or are scored anew. */
export function sayMove(days: readonly BurndownDay[]): string {
  const [first, last] = [days.at(0), days.at(-1)];
  if (first === undefined || last === undefined) return "";
  const sum = (of: (day: BurndownDay) => number): number => days.slice(1).reduce((all, day) => all + of(day), 0);
  const [raised, reopened, closed] = [sum((day) => day.raised), sum((day) => day.reopened), sum((day) => day.closed)];
  const open = last.pre.open + last.post.open;
  const weight = last.pre.exposure + last.post.exposure;
  return `${open} open with an exposure of ${weight}. Since ${sayDay(first.day)}: ${raised} raised, ${reopened} reopened, ${closed} closed; ${sum((day) => day.toPost)} moved past delivery, ${sum((day) => day.toPre)} back before it; scored anew by ${sum((day) => day.rescored)}.`;
}

function Days({ days }: Pick<BurndownView, "days">) {
  return (
    <Table
      caption="Each day as it ended"
      columns={[
        { name: "Day", heads: "row", render: (day: BurndownDay) => day.day },
        { name: "Pre-delivery open", align: "end", render: (day) => day.pre.open },
        { name: "Exposure", align: "end", render: (day) => day.pre.exposure },
        { name: "Post-delivery open", align: "end", render: (day) => day.post.open },
        { name: "Exposure after", align: "end", render: (day) => day.post.exposure },
        { name: "Raised", align: "end", render: (day) => day.raised },
        { name: "Reopened", align: "end", render: (day) => day.reopened },
        { name: "Closed", align: "end", render: (day) => day.closed },
        { name: "Retagged", align: "end", render: (day) => day.toPost + day.toPre },
        { name: "Scored anew", align: "end", render: (day) => day.rescored },
      ]}
      rows={days.toReversed()}
      rowKey={(day) => day.day}
    />
  );
}

function csvOf(days: readonly BurndownDay[]): string {
  const head = "day,pre_open,pre_exposure,post_open,post_exposure,raised,reopened,closed,to_post,to_pre,rescored";
  const rows = days.map(({ day, pre, post, raised, reopened, closed, toPost, toPre, rescored }) =>
    [day, pre.open, pre.exposure, post.open, post.exposure, raised, reopened, closed, toPost, toPre, rescored].join(
      ",",
    ),
  );
  return [head, ...rows].join("\r\n");
}
