import { lazy, Suspense } from "react";
import type { CurveView } from "#contract/adoption";
import { ChartOrTable } from "../charts/chart-or-table";
import { csv } from "../parts/download";
import { sayDays, sayShareBand } from "../parts/share";
import { Skeleton } from "../parts/skeleton";
import { Table } from "../parts/table";

const AdoptionCurve = lazy(() => import("../charts/adoption-curve"));

export function CurveSection({ curve }: { readonly curve: CurveView }) {
  const marks = [7, 14, 30].flatMap((day) => curve.points.find((point) => point.day === day) ?? []);
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
      <p>
        {marks.map(({ day, share, lower, upper }) => `Day ${String(day)}: ${sayShareBand(share, lower, upper)}. `)}
        {sayNaive(curve)}
      </p>
    </ChartOrTable>
  );
}

/** The same people, counted honestly and as a report of "time to convert" would. */
function sayNaive({ medianDays, naiveMedianDays }: CurveView): string {
  if (naiveMedianDays === null) return "";
  const honest =
    medianDays.estimate === null
      ? "half of them are not there yet"
      : `half of them needed ${sayDays(medianDays.estimate)}`;
  return `Counting only those who made it would say ${sayDays(naiveMedianDays)}; in truth ${honest}.`;
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
