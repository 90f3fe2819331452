import type { MetricView, SnapshotView } from "#contract/adoption";
import { sayInstantIn } from "../parts/day";
import { sayReason } from "#domain/adoption/say-reason";
import { sayCount } from "#domain/adoption/say-count";
import { Verdict } from "../parts/verdict";

interface Props {
  readonly view: SnapshotView;
  readonly onDrill: (metric: string) => void;
}

/** What the gate asks, each in one sentence with its colour; after it what is only watched. */
export function AdoptionMetrics({ view, onDrill }: Props) {
  const asked = view.metrics.filter((metric) => metric.asked);
  const watched = view.metrics.filter((metric) => !metric.asked);
  return (
    <section className="stack" aria-label="Metrics">
      <p className="subtle">
        {sayAge(view)} {view.clock}
      </p>
      <Tiles metrics={asked} easier={view.easier} onDrill={onDrill} />
      {watched.length === 0 ? null : (
        <>
          <h2>Watched beside the gate</h2>
          <Tiles metrics={watched} easier={view.easier} onDrill={onDrill} />
        </>
      )}
    </section>
  );
}

interface TilesProps extends Pick<Props, "onDrill">, Pick<SnapshotView, "easier"> {
  readonly metrics: readonly MetricView[];
}

function Tiles({ metrics, easier, onDrill }: TilesProps) {
  return (
    <div className="gates">
      {metrics.map((metric) => (
        <article key={metric.metric} className="tile stack stack-tight">
          <h2>{metric.title}</h2>
          <Verdict verdict={metric.verdict} />
          <p>{metric.sentence}</p>
          <p className="faint">{footOf(metric)}</p>
          {easier
            .filter((each) => each.metric === metric.metric)
            .map(({ sentence }) => (
              <p key={sentence}>
                <strong>{sentence}</strong>
              </p>
            ))}
          {metric.n === 0 ? null : (
            <button type="button" className="link" onClick={() => onDrill(metric.metric)}>
              Show the arithmetic<span className="unseen"> of {metric.title}</span>
            </button>
          )}
        </article>
      ))}
    </div>
  );
}

function footOf(metric: MetricView): string {
  const parts = [sayCount(metric), sayReason(metric.verdict), metric.caution];
  return parts.filter((part) => part !== null).join(" · ");
}

function sayAge({ cut, ageHours, plan }: SnapshotView): string {
  const when = cut === null ? "never" : sayInstantIn(cut, plan.zone);
  const age =
    ageHours === null
      ? ""
      : ageHours < 48
        ? `, ${String(Math.round(ageHours))} h ago`
        : `, ${String(Math.round(ageHours / 24))} days ago`;
  return `Everything reported up to ${when} (${plan.zone})${age}.`;
}
