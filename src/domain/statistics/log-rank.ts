import { chiSquareUpper } from "./chi-square";
import type { Sample } from "./sample";
import { solve } from "./solve";

export interface LogRank {
  readonly chisq: number;
  readonly df: number;
  readonly p: number;
  readonly observed: readonly number[];
  readonly expected: readonly number[];
}

/**
 * Do the groups share one curve? At each event time t with d events among n at risk, group j expects d·nⱼ / n events,
 * with covariance d(n − d) / (n − 1) · (nⱼ/n)(δⱼₖ − nₖ/n). The statistic is (O − E)ᵀ V⁻¹ (O − E) over all groups but one,
 * χ² with that many degrees of freedom. Source: Mantel (1966), Peto (1972). Convention: R's `survdiff`; a group that
 * expects nothing (never at risk) is left out. `null` when fewer than two groups can be compared.
 */
export function logRank(groups: readonly Sample[]): LogRank | null {
  const { observed, expected, variance } = tally(groups);
  const compared = expected.flatMap((value, group) => (value > 0 ? [group] : []));
  if (compared.length < 2) return null;
  const kept = compared.slice(1);
  const excess = kept.map((group) => observed[group]! - expected[group]!);
  const solved = solve(
    kept.map((row) => kept.map((column) => variance[row]![column]!)),
    excess,
  );
  if (solved === null) return null;
  const chisq = Math.max(
    0,
    solved.reduce((sum, value, place) => sum + value * excess[place]!, 0),
  );
  return { chisq, df: kept.length, p: chiSquareUpper(chisq, kept.length), observed, expected };
}

function tally(groups: readonly Sample[]) {
  const expected = groups.map(() => 0);
  const variance = groups.map(() => groups.map(() => 0));
  const walks = groups.map(walkOf);
  for (const t of eventTimes(groups)) {
    const atRisk = walks.map((walk) => walk(t));
    const n = atRisk.reduce((sum, count) => sum + count.atRisk, 0);
    const d = atRisk.reduce((sum, count) => sum + count.events, 0);
    const scale = n > 1 ? (d * (n - d)) / (n - 1) : 0;
    atRisk.forEach((row, j) => {
      const part = row.atRisk / n;
      expected[j]! += d * part;
      atRisk.forEach((column, k) => {
        variance[j]![k]! += scale * part * ((j === k ? 1 : 0) - column.atRisk / n);
      });
    });
  }
  return { observed: groups.map((group) => group.events.length), expected, variance };
}

function eventTimes(groups: readonly Sample[]): Float64Array {
  const all = new Float64Array(groups.reduce((sum, group) => sum + group.events.length, 0));
  let filled = 0;
  for (const group of groups) {
    all.set(group.events, filled);
    filled += group.events.length;
  }
  all.sort();
  return all.filter((time, place) => place === 0 || time !== all[place - 1]);
}

/** Counts one group at rising times; each list is passed over once. */
function walkOf(sample: Sample) {
  const lists = [sample.lateEntries, sample.events, sample.competing, sample.censored];
  const passed = [0, 0, 0, 0];
  const early = sample.n - sample.lateEntries.length;
  return (t: number): { atRisk: number; events: number } => {
    lists.forEach((list, place) => {
      while (passed[place]! < list.length && list[passed[place]!]! < t) passed[place]! += 1;
    });
    const [entered, events, competing, censored] = passed;
    const ties = sample.events.subarray(events);
    const now = ties[0] === t ? runLength(ties) : 0;
    return { atRisk: early + entered! - events! - competing! - censored!, events: now };
  };
}

function runLength(sorted: Float64Array): number {
  let run = 1;
  while (run < sorted.length && sorted[run] === sorted[0]) run += 1;
  return run;
}
