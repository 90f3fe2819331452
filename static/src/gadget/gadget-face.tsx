import type { GadgetView } from "#contract/adoption";
import { sayAge } from "../parts/day";
import { csv, download } from "../parts/download";
import { MetricCard } from "./metric-card";

/** What the dashboard shows: a line that says what this is, then cards that each stand alone. */
export function GadgetFace({ view }: { readonly view: GadgetView }) {
  return (
    <div className="gadget">
      <header className="gadget-head">
        <h2>
          {view.title}
          {view.wave === null ? "" : ` · ${view.wave}`}
        </h2>
        <span className={view.stale ? "gadget-age-stale nowrap" : "nowrap"}>
          {view.stale ? "Stale: " : ""}
          {sayAge(view.ageHours)}
        </span>
      </header>
      {view.cards.map((card) => (
        <MetricCard key={card.metric} card={card} spark={view.spark} naive={view.naive} />
      ))}
      <footer className="gadget-tools">
        <button type="button" className="link" onClick={() => download("adoption.csv", gadgetCsv(view), "text/csv")}>
          CSV
        </button>
        <button type="button" className="link" onClick={() => window.print()}>
          Print
        </button>
      </footer>
    </div>
  );
}

export function gadgetCsv(view: GadgetView): string {
  const rows = view.cards.map((card) => [
    card.metric,
    card.verdict.colour,
    card.verdict.reason,
    card.value,
    card.lower,
    card.upper,
    card.n,
    card.sentence,
  ]);
  const about = [
    ["snapshot", view.snapshot],
    ["plan", view.title],
    ["wave", view.wave],
    ["age in hours", view.ageHours],
  ];
  return csv([...about, ["metric", "verdict", "reason", "value", "lower", "upper", "n", "sentence"], ...rows]);
}
