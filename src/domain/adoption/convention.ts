import type { AdoptionClock, Metric, Threshold } from "#domain/plan/plan";
import { clockWords } from "./clock";
import { daysIn } from "./thresholds";

/** How a number is made, as it stands beside the number and in the export of its arithmetic. */
export interface Convention {
  readonly formula: string;
  readonly convention: string;
}

/** What a metric is called, whether or not its number may be shown. */
export function titleOf({ metric, at }: Pick<Threshold, "metric" | "at">): string {
  return metric === "ttft" ? `Independent by day ${daysIn(at)}` : titles[metric];
}

const titles: Readonly<Record<Exclude<Metric, "ttft">, string>> = {
  hdr: "Help-desk ratio",
  trend: "Tickets fall",
  concentration: "Work of the busiest tenth",
  "adoption-rate": "At work on a usual day",
};

export function conventionOf(metric: Metric, clock: AdoptionClock): Convention {
  const { formula, convention } = conventions[metric];
  return { formula, convention: metric === "ttft" ? `${clockWords(clock)} ${convention}` : convention };
}

const conventions: Readonly<Record<Metric, Convention>> = {
  ttft: {
    formula:
      "F = sum of S × independent ÷ at_risk over the rows up to the day, where S starts at 1 and is multiplied by 1 − (independent + left) ÷ at_risk after each row.",
    convention:
      "Whoever has left can no longer start (Aalen–Johansen); with nobody gone this is one minus Kaplan–Meier. Waiting at a row's time counts as at risk there. 95 % log-log interval: of the share still waiting, or of F itself once anybody has left.",
  },
  hdr: {
    formula:
      "Sum of tickets ÷ sum of active over the weeks. The columns after the ratio say what the tickets were about, and add up to them.",
    convention: "The latest four settled weeks. 95 % exact Poisson interval, widened where the weeks differ too much.",
  },
  trend: {
    formula: "Median of the slopes (ratio of the later week − ratio of the earlier) ÷ (weeks between) over all pairs.",
    convention:
      "All settled weeks. Theil–Sen slope with its 95 % interval; the fall is tested by one-sided Mann–Kendall.",
  },
  concentration: {
    formula: "Hours of the busiest tenth ÷ hours of all.",
    convention:
      "Days 15 to 21 from go-live; an hour counts once a person, however much was done in it. 95 % large-sample interval of a Lorenz ordinate.",
  },
  "adoption-rate": {
    formula:
      "Active ÷ provisioned on the median day: sort the days by that quotient and take the middle one, of two the lower.",
    convention: "Working days among the last seven complete days; logging in alone is no work. 95 % Wilson interval.",
  },
};
