import { ItemLink } from "../parts/item-link";
import { sayBar } from "./schedule-bar";
import type { Bar } from "./schedule-lines";

interface Props {
  readonly bar: Bar | null;
  readonly zone: string;
}

/** What the pointed bar stands for, always in the same place; before that, how to read the picture. */
export function ScheduleNote({ bar, zone }: Props) {
  return (
    <figcaption className="chart-note">
      {bar === null ? (
        <span className="faint">
          Filled: done. Hatched, ◆: critical, a day lost there is a day lost at the end. Point at a bar to see what it
          waits for. Dates in {zone}.
        </span>
      ) : (
        <span>
          {bar.row.key === null ? null : (
            <>
              <ItemLink itemKey={bar.row.key} />{" "}
            </>
          )}
          {sayBar(bar)}
          {bar.row.after.length === 0 ? "" : `, after ${bar.row.after.join(", ")}`}
        </span>
      )}
    </figcaption>
  );
}
