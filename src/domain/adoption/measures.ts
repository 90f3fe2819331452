import { rateTrend } from "#domain/statistics/trend";
import type { Threshold } from "#domain/plan/plan";
import type { AdoptionCurve } from "./curve";
import { level } from "./help-desk";
import type { HelpDesk, HelpDeskWeek } from "./help-desk";
import { pooledRate } from "#domain/statistics/rate";
import { percent, percentRange, ratio, ratioRange } from "./sentence";
import { daysIn, fewestPeople, fewestWeeks, leastActiveShare, oldestEvidenceHours, passes } from "./thresholds";
import { judge, red } from "./verdict";
import type { Verdict } from "./verdict";

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
}

export interface Evidence {
  readonly curve: AdoptionCurve | null;
  readonly helpDesk: HelpDesk;
  /** People who have started and not left. */
  readonly eligible: number;
  /** Since the last complete ingestion; null before the first. */
  readonly ageHours: number | null;
}

const nothing = { value: null, lower: null, upper: null };

export function measure(threshold: Threshold, evidence: Evidence): Measure {
  switch (threshold.metric) {
    case "ttft":
      return independence(threshold, evidence);
    case "hdr":
      return helpDeskRatio(threshold, evidence);
    case "trend":
      return fallingTrend(threshold, evidence);
    case "concentration":
    case "adoption-rate":
      return {
        metric: threshold.metric,
        title: threshold.metric,
        verdict: red("no-evidence"),
        sentence: `Nothing reports ${threshold.metric} yet.`,
        ...nothing,
        n: 0,
      };
  }
}

function isFresh({ ageHours }: Evidence): boolean {
  return ageHours !== null && ageHours <= oldestEvidenceHours;
}

/** V3: the share who work on their own by the day of the threshold. */
function independence(threshold: Threshold, evidence: Evidence): Measure {
  const day = daysIn(threshold.at);
  const title = `Independent by day ${day}`;
  const { curve } = evidence;
  if (curve === null || curve.n === 0) {
    const sentence = "Nobody has been watched since go-live yet.";
    return { metric: "ttft", title, verdict: red("no-evidence"), sentence, ...nothing, n: 0 };
  }
  const at = curve.at(day);
  const interval = { estimate: at.share ?? 0, lower: at.lower, upper: at.upper };
  const verdict = judge([
    [isFresh(evidence), "stale-data"],
    [curve.n >= fewestPeople, "insufficient-n"],
    [at.share !== null, "undefined"],
    [passes(interval, threshold), "threshold"],
  ]);
  const sentence = `${shareSentence(curve, day)}; gate 2 needs ${percent(threshold.value)}${at.share === null ? ` by day ${day}` : ""}.`;
  return { metric: "ttft", title, verdict, sentence, value: at.share, lower: at.lower, upper: at.upper, n: curve.n };
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
function helpDeskRatio(threshold: Threshold, evidence: Evidence): Measure {
  const title = "Help-desk ratio";
  const weeks = settled(evidence.helpDesk).slice(-fewestWeeks);
  const pooled = pooledRate(
    weeks.map((week) => ({ count: week.tickets, exposure: week.active })),
    level,
  );
  const n = weeks.reduce((most, week) => Math.max(most, week.active), 0);
  if (pooled.rate === null) {
    const sentence = "No settled week with anybody at work yet.";
    return { metric: "hdr", title, verdict: red("no-evidence"), sentence, ...nothing, n };
  }
  const last = weeks.at(-1)!;
  const verdict = judge([
    [isFresh(evidence), "stale-data"],
    [weeks.length >= fewestWeeks, "insufficient-weeks"],
    [last.active >= leastActiveShare * evidence.eligible, "guard"],
    [passes({ estimate: pooled.rate, lower: pooled.lower, upper: pooled.upper }, threshold), "threshold"],
  ]);
  const range = ratioRange(pooled.lower, pooled.upper);
  const sentence = `${ratio(pooled.rate)}${range} tickets a person a week; gate 2 needs ${ratio(threshold.value)} at most.`;
  return { metric: "hdr", title, verdict, sentence, value: pooled.rate, lower: pooled.lower, upper: pooled.upper, n };
}

/** V5: the ratio falls, by a one-sided Mann–Kendall test over the settled weeks. */
function fallingTrend(threshold: Threshold, evidence: Evidence): Measure {
  const title = "Tickets fall";
  const weeks = settled(evidence.helpDesk);
  const found = trendOf(weeks);
  const n = weeks.length;
  if (found === null) {
    const sentence = `A fall is not claimed before ${fewestWeeks} settled weeks; there are ${n}.`;
    return { metric: "trend", title, verdict: red("insufficient-weeks"), sentence, ...nothing, n };
  }
  const verdict = judge([
    [isFresh(evidence), "stale-data"],
    [found.p !== null && passes({ estimate: found.p, lower: found.p, upper: found.p }, threshold), "trend"],
  ]);
  const sentence =
    verdict.colour === "GREEN"
      ? `Tickets a person fall week by week over ${n} weeks.`
      : `No fall in tickets a person can be claimed over ${n} weeks.`;
  return {
    metric: "trend",
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
