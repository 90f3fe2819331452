import { logRank } from "#domain/statistics/log-rank";
import type { LogRank } from "#domain/statistics/log-rank";
import { sampleOf } from "#domain/statistics/sample";
import type { Cohort } from "./cohort";
import { fewestPeople } from "./thresholds";

export interface Difference {
  readonly groups: number;
  readonly test: LogRank;
  readonly differs: boolean;
  readonly sentence: string;
}

const mostLikely = 0.05;

/**
 * L1: whether groups become independent at the same pace, by the log-rank test over those of ten people and more. Who left counts as no
 * longer watched. Null when fewer than two can be compared.
 */
export function difference(
  what: "waves" | "departments",
  groups: readonly Pick<Cohort, "time" | "status">[],
): Difference | null {
  const large = groups.filter(({ time }) => time.length >= fewestPeople);
  const test = large.length < 2 ? null : logRank(large.map(sampleOf));
  if (test === null) return null;
  const differs = test.p < mostLikely;
  const p = test.p < 0.001 ? "p < 0.001" : `p = ${test.p.toFixed(3)}`;
  const sentence = differs
    ? `The ${what} do not become independent at the same pace (log-rank, ${p}).`
    : `Chance alone could make the ${what} differ as much (log-rank, ${p}).`;
  return { groups: large.length, test, differs, sentence };
}
