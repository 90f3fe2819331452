import type { TrendView } from "#contract/adoption";
import { settled, trendOf } from "#domain/adoption/measures";
import type { Measure } from "#domain/adoption/measures";
import type { Basis } from "./basis";
import { isWeekShown } from "./shown-parts";

/** V5: drawn only where it may be claimed, and only where every week it rests on is shown. */
export function trendView(basis: Basis, metrics: readonly Measure[]): TrendView {
  const found = metrics.find(({ metric }) => metric === "trend");
  const sentence = found?.sentence ?? "No trend is asked for by this plan.";
  const claimed = found?.verdict.colour === "GREEN" && found.value !== null;
  return { claimed, sentence, line: claimed ? lineOf(basis) : null };
}

/** Theil and Sen's line: their slope through the median of what it leaves over. */
function lineOf(basis: Basis): TrendView["line"] {
  const weeks = settled(basis.evidence.helpDesk).filter(({ week }) => isWeekShown(basis, week));
  const slope = trendOf(weeks)?.slope ?? null;
  const [first, last] = [weeks[0], weeks.at(-1)];
  if (slope === null || first === undefined || last === undefined) return null;
  const rests = weeks
    .flatMap(({ ratio }, at) => (ratio === null ? [] : [ratio - slope * at]))
    .toSorted((a, b) => a - b);
  const start = (rests[Math.floor((rests.length - 1) / 2)]! + rests[Math.floor(rests.length / 2)]!) / 2;
  const at = (place: number): number => Math.max(0, start + slope * place);
  return [
    { week: first.week, ratio: at(0) },
    { week: last.week, ratio: at(weeks.length - 1) },
  ];
}
