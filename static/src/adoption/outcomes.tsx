import { lazy, Suspense } from "react";
import type { OutcomeView, SnapshotView } from "#contract/adoption";
import { Skeleton } from "../parts/skeleton";
import { Table } from "../parts/table";
import { Verdict } from "../parts/verdict";
import { NoteForm } from "./note-form";

const PlannedCurve = lazy(() => import("../charts/planned-curve"));

interface Props {
  readonly view: SnapshotView;
  readonly onNoted: () => void;
}

/** What the system was bought for, against the curve that was promised; and what people count by hand. */
export function Outcomes({ view, onNoted }: Props) {
  return (
    <section className="stack stack-tight">
      <h2>Outcomes against the plan</h2>
      {view.outcomes.length === 0 ? (
        <p className="subtle">
          The plan names no KPI. Add kpis to the plan file: a milestone, a curve and one owner each.
        </p>
      ) : (
        <div className="gates">
          {view.outcomes.map((outcome) => (
            <Outcome key={outcome.kpi} outcome={outcome} />
          ))}
        </div>
      )}
      <h3>Counted by people</h3>
      <Table
        caption="The measures no system reports"
        columns={[
          { name: "Measure", heads: "row", render: (row) => row.title },
          { name: "Standing", render: (row) => row.sentence },
        ]}
        rows={view.shares}
        rowKey={(row) => row.measure}
      />
      <NoteForm view={view} onNoted={onNoted} />
    </section>
  );
}

function Outcome({ outcome }: { readonly outcome: OutcomeView }) {
  const { title, verdict, sentence, owner, milestone, unit } = outcome;
  return (
    <article className="tile stack stack-tight">
      <h2>{title}</h2>
      <Verdict verdict={verdict} withReason="with reason" />
      <p>{sentence}</p>
      <p className="faint">
        {owner === null ? "Nobody owns it" : `Owned by ${owner}`} · mapped to {milestone}
      </p>
      <Suspense fallback={<Skeleton label="Drawing the curve" lines={[100, 100]} />}>
        <PlannedCurve outcome={outcome} />
      </Suspense>
      <details>
        <summary>As table</summary>
        <Table
          caption={`${title}${unit === "" ? "" : `, ${unit}`}`}
          columns={[
            { name: "Day", heads: "row", render: (row) => row.on },
            { name: "Planned", align: "end", render: (row) => row.planned ?? "" },
            { name: "Real", align: "end", render: (row) => row.real ?? "" },
          ]}
          rows={rowsOf(outcome)}
          rowKey={(row) => row.on}
        />
      </details>
    </article>
  );
}

function rowsOf({ planned, readings }: OutcomeView) {
  const days = [...new Set([...planned, ...readings].map(({ on }) => on))].toSorted();
  return days.map((on) => ({
    on,
    planned: planned.find((point) => point.on === on)?.value ?? null,
    real: readings.find((point) => point.on === on)?.value ?? null,
  }));
}
