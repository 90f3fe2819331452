import type { OutcomeView, WeekView } from "#contract/adoption";
import type { Chart } from "../deck";

export type Column = readonly (number | null)[];

/** A chart as the table behind it: what stands along the axis, and a column a line. */
export interface Sheet {
  readonly axis: string;
  readonly labels: readonly string[];
  readonly columns: readonly { readonly name: string; readonly values: Column }[];
}

/** Null where there is nothing to draw. */
export function sheetOf(chart: Chart): Sheet | null {
  switch (chart.kind) {
    case "none":
      return null;
    case "curve": {
      const { points } = chart.curve;
      return {
        axis: "Days since the start",
        labels: points.map(({ day }) => String(day)),
        columns: [
          { name: "On their own", values: points.map(({ share }) => share) },
          { name: "95 % lower", values: points.map(({ lower }) => lower) },
          { name: "95 % upper", values: points.map(({ upper }) => upper) },
        ],
      };
    }
    case "weeks":
      return weeksSheet(chart.weeks, chart.trend);
    case "planned":
      return plannedSheet(chart.outcome);
  }
}

/** A provisional week says so under the axis and stands in a column of its own, so that its point can be hollow. */
function weeksSheet(weeks: readonly WeekView[], trend: (Chart & { kind: "weeks" })["trend"]): Sheet {
  const fall = trend === null ? [] : [{ name: "Trend", values: alongTrend(weeks, trend) }];
  return {
    axis: "Week",
    labels: weeks.map(({ week, provisional }) => (provisional ? `${week} provisional` : week)),
    columns: [
      { name: "Tickets a person", values: weeks.map(({ ratio, provisional }) => (provisional ? null : ratio)) },
      { name: "Provisional", values: weeks.map(({ ratio, provisional }) => (provisional ? ratio : null)) },
      { name: "95 % lower", values: weeks.map(({ lower }) => lower) },
      { name: "95 % upper", values: weeks.map(({ upper }) => upper) },
      ...fall,
    ],
  };
}

/** A line of a slide joins only neighbours, so the straight fall between its two ends is spelled out week by week. */
function alongTrend(
  weeks: readonly WeekView[],
  ends: readonly { readonly week: string; readonly ratio: number }[],
): Column {
  const [first, last] = [ends[0], ends.at(-1)];
  const from = weeks.findIndex(({ week }) => week === first?.week);
  const to = weeks.findIndex(({ week }) => week === last?.week);
  if (first === undefined || last === undefined || from < 0 || to <= from) return weeks.map(() => null);
  return weeks.map((_, at) => {
    if (at < from || at > to) return null;
    return first.ratio + ((last.ratio - first.ratio) * (at - from)) / (to - from);
  });
}

function plannedSheet({ planned, readings }: OutcomeView): Sheet {
  const days = [...new Set([...planned, ...readings].map(({ on }) => on))].toSorted();
  const on = (points: OutcomeView["planned"]): Column =>
    days.map((day) => points.find((point) => point.on === day)?.value ?? null);
  return {
    axis: "Day",
    labels: days,
    columns: [
      { name: "Planned", values: on(planned) },
      { name: "Read", values: on(readings) },
    ],
  };
}
