import type { Chart } from "#formats/deck/deck";
import AdoptionCurve from "../charts/adoption-curve";
import HelpDeskWeeks from "../charts/help-desk-weeks";
import PlannedCurve from "../charts/planned-curve";
import { sayRatio, sayShareBand } from "../parts/share";

/** The app's own charts; the file has the same numbers in charts that can be changed. */
export function SlideChart({ chart }: { readonly chart: Exclude<Chart, { kind: "none" }> }) {
  return <div className="slide-chart">{drawn(chart)}</div>;
}

function drawn(chart: Exclude<Chart, { kind: "none" }>) {
  switch (chart.kind) {
    case "curve":
      return <AdoptionCurve curve={chart.curve} say={({ share, lower, upper }) => sayShareBand(share, lower, upper)} />;
    case "weeks":
      return (
        <HelpDeskWeeks
          weeks={chart.weeks}
          trend={chart.trend}
          marks={[]}
          say={({ ratio, lower, upper }) => sayRatio(ratio, lower, upper)}
        />
      );
    case "planned":
      return <PlannedCurve outcome={chart.outcome} />;
  }
}
