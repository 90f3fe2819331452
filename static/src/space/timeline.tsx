import { daysBetween, sayDay, sayDistance } from "../parts/day";

interface Stop {
  readonly name: string;
  readonly day: string;
}

interface Props {
  readonly milestones: readonly Stop[];
  readonly today: string;
  readonly zone: string;
}

/**
 * The plan's days in a row, evenly spaced so that names never overlap; the distance in days is written instead of
 * drawn. Today stands where it falls.
 */
export function Timeline({ milestones, today, zone }: Props) {
  if (milestones.length === 0) return null;
  const stops = [...milestones, { name: "Today", day: today }].toSorted((a, b) =>
    stopOrder(a).localeCompare(stopOrder(b)),
  );
  return (
    <section className="stack stack-tight">
      <h2>
        Timeline <span className="faint">{zone}</span>
      </h2>
      <ol className="timeline">
        {stops.map((stop) => (
          <li
            key={`${stop.name} ${stop.day}`}
            className={stopClass(stop, today)}
            aria-current={stop.name === "Today" ? "date" : undefined}
          >
            <span className="stop-mark" aria-hidden="true" />
            <strong>{stop.name}</strong>
            <span className="faint">
              {sayDay(stop.day)}
              {stop.name === "Today" ? "" : ` · ${sayDistance(daysBetween(today, stop.day))}`}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** On its own day a milestone still lies ahead. */
function stopOrder(stop: Stop): string {
  return `${stop.day.slice(0, 10)}${stop.name === "Today" ? "" : "T"}`;
}

function stopClass(stop: Stop, today: string): string {
  if (stop.name === "Today") return "stop stop-today";
  return daysBetween(today, stop.day) < 0 ? "stop stop-past" : "stop";
}
