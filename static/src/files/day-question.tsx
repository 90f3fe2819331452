import type { TableChoices } from "#formats/table/layout";
import { readBothWays } from "./two-readings";

interface Props {
  readonly samples: readonly string[];
  readonly chosen: TableChoices["days"];
  readonly onChoose: (days: NonNullable<TableChoices["days"]>) => void;
}

/** Nothing in the file says which number is the day, and a guess would move every date of the plan. */
export function DayQuestion({ samples, chosen, onChoose }: Props) {
  const readings = samples.flatMap((sample) => readBothWays(sample) ?? []);
  const [first] = readings;
  if (!first) return null;
  const choice = (days: "day-first" | "month-first", title: string) => (
    <label className={chosen === days ? "side side-chosen" : "side"}>
      <input type="radio" name="days" checked={chosen === days} onChange={() => onChoose(days)} />
      <span className="stack-line">
        <strong>{title}</strong>
        {readings.slice(0, 3).map((reading) => (
          <span key={reading.text} className="subtle">
            {reading.text} is {days === "day-first" ? reading.dayFirst : reading.monthFirst}
          </span>
        ))}
      </span>
    </label>
  );
  return (
    <fieldset className="targets">
      <legend>
        <strong>Which number is the day?</strong>{" "}
        <span className="subtle">No date in the file tells, so it is asked.</span>
      </legend>
      {choice("day-first", "Day first")}
      {choice("month-first", "Month first")}
    </fieldset>
  );
}
