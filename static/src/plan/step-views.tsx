import { useState } from "react";
import type { PlanTableView } from "#contract/plans";
import { ScheduleChart } from "../timeline/schedule-chart";
import { zooms } from "../timeline/schedule-scale";
import type { Zoom } from "../timeline/schedule-scale";
import { Segments } from "../parts/segments";
import { StepFilters } from "./step-filters";
import { allSteps, filterSteps } from "./step-filter";
import { StepTable } from "./step-table";

type Shown = "table" | "timeline" | "both";

const views = [
  ["table", "Table"],
  ["timeline", "Timeline"],
  ["both", "Side by side"],
] as const;

/** The steps as rows, as bars, or both beside each other where there is room; one search for all of them. */
export function StepViews({ view }: { readonly view: PlanTableView }) {
  const [filter, setFilter] = useState(allSteps);
  const [shown, setShown] = useState<Shown>("table");
  const [zoom, setZoom] = useState<Zoom>("month");
  const rows = filterSteps(view.rows, filter);
  if (view.rows.length === 0) return <p className="subtle">No steps yet. Apply a plan file to create them.</p>;
  return (
    <div className="stack stack-tight">
      {view.cycle === null ? null : <Cycle cycle={view.cycle} />}
      <div className="row row-apart plan-tools">
        <StepFilters rows={view.rows} filter={filter} onChange={setFilter} />
        <div className="row">
          {shown === "table" ? null : (
            <>
              <Segments
                name="Zoom"
                choices={zooms.map((one) => [one.zoom, one.title])}
                chosen={zoom}
                onChoose={setZoom}
              />
              <button type="button" className="button" onClick={() => window.print()}>
                Print
              </button>
            </>
          )}
          <Segments name="View" choices={views} chosen={shown} onChoose={setShown} />
        </div>
      </div>
      <div className={`step-views step-views-${shown}`}>
        {shown === "timeline" ? null : <StepTable view={view} rows={rows} />}
        {shown === "table" ? null : <ScheduleChart view={view} rows={rows} zoom={zoom} />}
      </div>
    </div>
  );
}

function Cycle({ cycle }: { readonly cycle: readonly string[] }) {
  return (
    <div className="note note-refused" role="alert">
      <h3>These steps wait for each other</h3>
      <p>{cycle.join(" → ")}</p>
      <p className="note-mend">No dates can be computed. Remove one of these links, in Jira or in the file.</p>
    </div>
  );
}
