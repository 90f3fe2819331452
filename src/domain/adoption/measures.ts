import { rateTrend } from "#domain/statistics/trend";
import type { AdoptionClock, Threshold } from "#domain/plan/plan";
import type { Concentration } from "./concentration";
import { conventionOf } from "./convention";
import type { AdoptionCurve } from "./curve";
import { level } from "./help-desk";
import type { HelpDesk, HelpDeskWeek } from "./help-desk";
import { pooledRate } from "#domain/statistics/rate";
import { percent, percentRange, ratio, ratioRange } from "./sentence";
import { daysIn, fewestPeople, fewestWeeks, leastActiveShare, oldestEvidenceHours, passes } from "./thresholds";
import { judge, red } from "./verdict";
import type { Check, Verdict } from "./verdict";
import { adoptionRateMeasure, concentrationMeasure } from "./work-measures";
import type { UserAdoption } from "./shares";

/** One number an executive may see, with the one colour and the one sentence it earns. */
export interface Measure {
  readonly metric: Threshold["metric"];
  readonly title: string;
  readonly verdict: Verdict;
  readonly sentence: string;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly n: number;
  /** How it was counted: an interval or a start of the clock nobody can see is one nobody can question. */
  readonly convention: string;
}

export type Found = Omit<Measure, "metric" | "convention">;

export interface Evidence {
  readonly clock: AdoptionClock;
  readonly curve: AdoptionCurve | null;
  readonly helpDesk: HelpDesk;
  /** Null before the third week of any wave is over. */
  readonly concentration: Concentration | null;
  readonly userAdoption: UserAdoption | null;
  /** People who have started and not left. */
  readonly eligible: number;
  /** Since the last complete ingestion; null before the first. */
  readonly ageHours: number | null;
}

const nothing = { value: null, lower: null, upper: null };

export function measure(threshold: Threshold, evidence: Evidence): Measure {
  const { metric } = threshold;
  return { metric, ...find(threshold, evidence), convention: conventionOf(metric, evidence.clock).convention };
}

function find(threshold: Threshold, evidence: Evidence): Found {
  switch (threshold.metric) {
    case "ttft":
      return independence(threshold, evidence);
    case "hdr":
      return helpDeskRatio(threshold, evidence);
    case "trend":
      return fallingTrend(threshold, evidence);
    case "concentration":
      return concentrationMeasure(evidence.concentration, threshold, freshness(evidence));
    case "adoption-rate":
      return adoptionRateMeasure(evidence.userAdoption, threshold, freshness(evidence));
  }
}

function freshness({ ageHours }: Evidence): Check {
  return [ageHours !== null && ageHours <= oldestEvidenceHours, "stale-data"];
}

/** V3: the share who work on their own by the day of the threshold. */
function independence(threshold: Threshold, evidence: Evidence): Found {
  const day = daysIn(threshold.at);
  const title = `Independent by day ${day}`;
  const { curve } = evidence;
  if (curve === null || curve.n === 0) {
    const sentence = "Nobody has been watched since go-live yet.";
    return { title, verdict: red("no-evidence"), sentence, ...nothing, n: 0 };
  }
  const at = curve.at(day);
  const interval = { estimate: at.share ?? 0, lower: at.lower, upper: at.upper };
  const verdict = judge([
    freshness(evidence),
    [curve.n >= fewestPeople, "insufficient-n"],
    [at.share !== null, "undefined"],
    [passes(interval, threshold), "threshold"],
  ]);
  const sentence = `${shareSentence(curve, day)}; gate 2 needs ${percent(threshold.value)}${at.share === null ? ` by day ${day}` : ""}.`;
  return { title, verdict, sentence, value: at.share, lower: at.lower, upper: at.upper, n: curve.n };
}

/** Before anybody has been watched so long, the last day that everybody's watching reached says how it stands. */
function shareSentence(curve: AdoptionCurve, day: number): string {
  const reached = Math.min(day, Math.floor(curve.longestDays));
  const at = curve.at(reached);
  if (at.share === null) return "Nobody has been watched for a day yet";
  const soFar = reached < day ? " so far" : "";
  return `${percent(at.share)}${percentRange(at.lower, at.upper)} work on their own by day ${reached}${soFar}`;
}

/** V4: tickets per active person over the latest four settled weeks. */
function helpDeskRatio(threshold: Threshold, evidence: Evidence): Found {
  const title = "Help-desk ratio";
  const weeks = settled(evidence.helpDesk).slice(-fewestWeeks);
  const pooled = pooledRate(
    weeks.map((week) => ({ count: week.tickets, exposure: week.active })),
    level,
  );
  const n = weeks.reduce((most, week) => Math.max(most, week.active), 0);
  if (pooled.rate === null) {
    const sentence = "No settled week with anybody at work yet.";
    return { title, verdict: red("no-evidence"), sentence, ...nothing, n };
  }
  const last = weeks.at(-1)!;
  const verdict = judge([
    freshness(evidence),
    [weeks.length >= fewestWeeks, "insufficient-weeks"],
    [last.active >= leastActiveShare * evidence.eligible, "guard"],
    [passes({ estimate: pooled.rate, lower: pooled.lower, upper: pooled.upper }, threshold), "threshold"],
  ]);
  const range = ratioRange(pooled.lower, pooled.upper);
  const sentence = `${ratio(pooled.rate)}${range} tickets a person a week; gate 2 needs ${ratio(threshold.value)} at most.`;
  return { title, verdict, sentence, value: pooled.rate, lower: pooled.lower, upper: pooled.upper, n };
}

/** V5: the ratio falls, by a one-sided Mann–Kendall test over the settled weeks. */
function fallingTrend(threshold: Threshold, evidence: Evidence): Found {
  const title = "Tickets fall";
  const weeks = settled(evidence.helpDesk);
  const found = trendOf(weeks);
  const n = weeks.length;
  if (found === null) {
    const sentence = `A fall is not claimed before ${fewestWeeks} settled weeks; there are ${n}.`;
    return { title, verdict: red("insufficient-weeks"), sentence, ...nothing, n };
  }
  const verdict = judge([
    freshness(evidence),
    [found.p !== null && passes({ estimate: found.p, lower: found.p, upper: found.p }, threshold), "trend"],
  ]);
  const sentence =
    verdict.colour === "GREEN"
      ? `Tickets a person fall week by week over ${n} weeks.`
      : `No fall in tickets a person can be claimed over ${n} weeks.`;
  return {
    title,
    verdict,
    sentence,
    value: found.slope,
    lower: found.slopeLower,
    upper: found.slopeUpper,
    n,
  };
}

export function trendOf(weeks: readonly HelpDeskWeek[]): ReturnType<typeof rateTrend> | null {
  if (weeks.length < fewestWeeks) return null;
  return rateTrend(
    weeks.map((week) => ({ count: week.tickets, exposure: week.active })),
    { alternative: "less", level },
  );
}

export function settled(helpDesk: HelpDesk): readonly HelpDeskWeek[] {
  return helpDesk.weeks.filter((week) => !week.provisional && week.active > 0);
}
