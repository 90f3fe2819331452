import { lineHeight } from "./schedule-bar";
import type { Line } from "./schedule-lines";
import type { Shown } from "./use-window";

interface Props {
  readonly lines: readonly Line[];
  readonly shown: Shown;
  readonly active: string | null;
}

/** The names beside the bars. A screen reader hears them from the bars themselves. */
export function ScheduleLabels({ lines, shown, active }: Props) {
  return (
    <div className="chart-names" style={{ height: lines.length * lineHeight }} aria-hidden="true">
      {lines.slice(shown.from, shown.to).map((line, at) => {
        const top = { top: (shown.from + at) * lineHeight };
        if (line.kind === "phase") {
          return (
            <div key={`phase ${line.name}`} className="chart-name chart-phase" style={top} title={line.name}>
              <span>{line.name}</span>
              <span className="faint">
                {line.done}/{line.total}
              </span>
            </div>
          );
        }
        const { row } = line;
        return (
          <div
            key={row.item}
            className={row.item === active ? "chart-name chart-name-active" : "chart-name"}
            style={top}
            title={row.title}
          >
            <span>{row.title}</span>
          </div>
        );
      })}
    </div>
  );
}
