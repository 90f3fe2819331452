import { lazy, Suspense } from "react";
import type { CurveView } from "#contract/adoption";
import { ChartOrTable } from "../charts/chart-or-table";
import { csv } from "../parts/download";
import { sayDays, sayShareBand } from "../parts/share";
import { Skeleton } from "../parts/skeleton";
import { Table } from "../parts/table";

const AdoptionCurve = lazy(() => import("../charts/adoption-curve"));

interface Props {
  readonly curve: CurveView;
  /** From when the days are counted. */
  readonly clock: string;
}

export function CurveSection({ curve, clock }: Props) {
  return (
    <ChartOrTable
      title="Working on their own"
      fileName="adoption-curve.csv"
      csv={csvOf(curve)}
      chart={
        <Suspense fallback={<Skeleton label="Drawing the curve" lines={[100, 100, 100, 100]} />}>
          <AdoptionCurve curve={curve} say={({ share, lower, upper }) => sayShareBand(share, lower, upper)} />
        </Suspense>
      }
      table={<CurveTable curve={curve} />}
    >
      <Comparison curve={curve} />
      <p className="faint">Day 0 is the start of each person's clock. {clock}</p>
    </ChartOrTable>
  );
}

/** The same people, counted honestly and as a report of "time to convert" would. */
function Comparison({ curve }: { readonly curve: CurveView }) {
  const { medianDays, meanDays, horizonDays, naiveMedianDays, n, independent, left } = curve;
  const marks = [7, 14, 30].flatMap((day) => curve.points.find((point) => point.day === day) ?? []);
  const half = medianDays.estimate === null ? "not reached" : sayDays(medianDays.estimate);
  return (
    <dl className="comparison">
      <div>
        <dt>Everybody, honestly</dt>
        <dd>
          <strong>{half}</strong> {medianDays.estimate === null ? "by half of them" : "until half worked on their own"}
          {sayBand(medianDays)}
        </dd>
      </div>
      {naiveMedianDays === null ? null : (
        <div>
          <dt>Counting only those who made it</dt>
          <dd>
            <strong>{sayDays(naiveMedianDays)}</strong> – {sayLeftOut(n - independent - left)}
          </dd>
        </div>
      )}
      {meanDays.estimate === null ? null : (
        <div>
          <dt>Mean of the first {horizonDays} days</dt>
          <dd>
            <strong>{meanDays.estimate.toFixed(1)} days</strong> not yet on their own{sayBand(meanDays)}
          </dd>
        </div>
      )}
      {marks.length === 0 ? null : (
        <div>
          <dt>By day</dt>
          <dd>
            {marks
              .map(({ day, share, lower, upper }) => `${String(day)}: ${sayShareBand(share, lower, upper)}`)
              .join(" · ")}
          </dd>
        </div>
      )}
    </dl>
  );
}

function sayLeftOut(waiting: number): string {
  if (waiting === 0) return "nobody is waiting any more, so nobody is left out of it";
  return waiting === 1
    ? "1 person still waiting is left out of it"
    : `${waiting.toLocaleString("en")} people still waiting are left out of it`;
}

function sayBand({ lower, upper }: CurveView["medianDays"]): string {
  if (lower === null && upper === null) return "";
  return ` (${lower === null ? "?" : String(Math.round(lower))}–${upper === null ? "not reached" : String(Math.round(upper))})`;
}

function CurveTable({ curve }: { readonly curve: CurveView }) {
  return (
    <Table
      caption={`${curve.n.toLocaleString("en")} people, ${curve.independent.toLocaleString("en")} on their own, ${curve.left.toLocaleString("en")} left`}
      columns={[
        { name: "Day", heads: "row", align: "end", render: (row) => row.day },
        { name: "On their own (95 %)", align: "end", render: (row) => sayShareBand(row.share, row.lower, row.upper) },
        { name: "Still waiting", align: "end", render: (row) => row.waiting.toLocaleString("en") },
      ]}
      rows={curve.points}
      rowKey={(row) => String(row.day)}
    />
  );
}

function csvOf({ points }: CurveView): string {
  const rows = points.map(({ day, share, lower, upper, waiting }) => [day, share, lower, upper, waiting]);
  return csv([["day", "share", "lower", "upper", "waiting"], ...rows]);
}
