import { rateTrend } from "#domain/statistics/trend";
import type { AdoptionClock, Threshold } from "#domain/plan/plan";
import type { Concentration } from "./concentration";
import { conventionOf, titleOf } from "./convention";
import { reachedBy } from "./curve";
import type { AdoptionCurve, Share } from "./curve";
import { level } from "./help-desk";
import type { HelpDesk, HelpDeskWeek } from "./help-desk";
import { pooledRate } from "#domain/statistics/rate";
import { exactPercent, exactRatio, percent, percentRange, ratio, ratioRange } from "./sentence";
import {
  daysIn,
  fewestPeople,
  fewestWeeks,
  isOnlyUnsure,
  leastActiveShare,
  oldestEvidenceHours,
  passes,
} from "./thresholds";
import { judge, red } from "./verdict";
import type { Check, Reason, Verdict } from "./verdict";
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
  /** What makes the number weaker than it looks; null where nothing does. */
  readonly caution: string | null;
  /** Whether the gate looks at it; the others are only shown. */
  readonly asked: boolean;
  /** How it was counted: an interval or a start of the clock nobody can see is one nobody can question. */
  readonly convention: string;
}

/** A measure before it is put into one sentence: what is, and what the gate asks for. */
export type Found = Omit<Measure, "metric" | "convention" | "sentence" | "asked"> & {
  readonly says: string;
  readonly asks: string | null;
};

export interface Evidence {
  readonly clock: AdoptionClock;
  readonly curve: AdoptionCurve | null;
  readonly helpDesk: HelpDesk;
  /** Null before the third week of any wave is over. */
  readonly concentration: Concentration | null;
  readonly userAdoption: UserAdoption | null;
  /** People who had started by the end of a week and not left before it. */
  readonly eligible: (week: string) => number;
  /** Since the last complete ingestion; null before the first. */
  readonly ageHours: number | null;
}

const nothing = { value: null, lower: null, upper: null, caution: null };

/** What the gate asks for, in a sentence that says so. */
export function measure(threshold: Threshold, evidence: Evidence): Measure {
  const { metric } = threshold;
  const { says, asks, ...found } = find(threshold, evidence);
  const sentence = inOne(asks === null ? says : `${says}; ${asks}`, found.verdict, asks !== null);
  return { metric, ...found, sentence, asked: true, convention: conventionOf(metric, evidence.clock).convention };
}

/** What is only shown: judged by its usual line, but nothing is asked. */
export function aside(threshold: Threshold, evidence: Evidence): Measure {
  const { says, asks, verdict } = find(threshold, evidence);
  return { ...measure(threshold, evidence), sentence: inOne(says, verdict, asks !== null), asked: false };
}

/** A number that would pass reads as if its RED contradicted it, unless the sentence itself says why it counts for nothing. */
function inOne(says: string, { reason }: Verdict, hasNumber: boolean): string {
  if (reason === "stale-data") return `Nothing was reported for more than ${oldestEvidenceHours / 24} days. ${says}.`;
  const but = hasNumber && reason !== null ? buts[reason] : undefined;
  return but === undefined ? `${says}.` : `${says}, but ${but}.`;
}

const buts: Partial<Readonly<Record<Reason, string>>> = {
  "insufficient-n": `with fewer than ${fewestPeople} people it is too early to tell`,
  "insufficient-weeks": `it takes ${fewestWeeks} settled weeks to tell`,
  guard: `fewer than ${leastActiveShare * 100} % of the people are at work in the system`,
};

/** The help desk is connected on its own; every other number waits for the systems people work in. */
const ofTickets: readonly Threshold["metric"][] = ["hdr", "trend"];

function find(threshold: Threshold, evidence: Evidence): Found {
  const found = findMetric(threshold, evidence);
  const isSilent = evidence.ageHours === null && !ofTickets.includes(threshold.metric);
  return isSilent && found.verdict.reason === "no-evidence" ? { ...found, says: "No system has reported yet" } : found;
}

function findMetric(threshold: Threshold, evidence: Evidence): Found {
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
  const title = titleOf(threshold);
  const { curve } = evidence;
  if (curve === null || curve.n === 0) {
    const says = "None of the plan's people has started yet";
    return { title, verdict: red("no-evidence"), says, asks: null, ...nothing, n: 0 };
  }
  const at = curve.at(day);
  const interval = { estimate: at.share ?? 0, lower: at.lower, upper: at.upper };
  const verdict = judge([
    freshness(evidence),
    [curve.n >= fewestPeople, "insufficient-n"],
    [at.share !== null, "undefined"],
    [passes(interval, threshold), "threshold"],
  ]);
  const caution =
    at.share !== null && at.waiting > 0 && at.waiting < fewestPeople
      ? `fewer than ${fewestPeople} people still waited on day ${day}`
      : null;
  const { share: value, lower, upper } = at;
  const asks = `gate 2 needs ${needed(threshold, at)}`;
  return { title, verdict, says: shareSentence(curve, day), asks, value, lower, upper, n: curve.n, caution };
}

function needed(threshold: Threshold, { share, lower, upper }: Share): string {
  const { value, bound } = threshold;
  const asked = exactPercent(value);
  if (share === null) return `${asked} by day ${daysIn(threshold.at)}`;
  const interval = { estimate: share, lower, upper };
  return isOnlyUnsure(interval, threshold) ? `${asked}, for sure ${exactPercent(bound ?? value)}` : asked;
}

/** Before anybody has been watched so long, the last day that everybody's watching reached says how it stands. */
function shareSentence(curve: AdoptionCurve, day: number): string {
  const reached = reachedBy(curve, day);
  const at = curve.at(reached);
  if (at.share === null) return "Nobody has been watched for a day yet";
  const soFar = reached < day ? " so far" : "";
  return `${percent(at.share)}${percentRange(at.lower, at.upper)} work on their own by day ${reached}${soFar}`;
}

/** V4: tickets per active person over the latest four settled weeks. */
function helpDeskRatio(threshold: Threshold, evidence: Evidence): Found {
  const title = titleOf(threshold);
  if (!evidence.helpDesk.isHeard) return noDesk(title);
  const weeks = settled(evidence.helpDesk).slice(-fewestWeeks);
  const pooled = pooledRate(
    weeks.map((week) => ({ count: week.tickets, exposure: week.active })),
    level,
  );
  const n = weeks.reduce((most, week) => Math.max(most, week.active), 0);
  const last = weeks.at(-1);
  if (pooled.rate === null || last === undefined) {
    const says = last === undefined ? "No week has settled yet" : "Nobody was at work in the latest settled weeks";
    return {
      title,
      verdict: red(last === undefined ? "insufficient-weeks" : "undefined"),
      says,
      asks: null,
      ...nothing,
      n,
    };
  }
  const interval = { estimate: pooled.rate, lower: pooled.lower, upper: pooled.upper };
  const verdict = judge([
    freshness(evidence),
    [weeks.length >= fewestWeeks, "insufficient-weeks"],
    [last.active >= leastActiveShare * evidence.eligible(last.week), "guard"],
    [passes(interval, threshold), "threshold"],
  ]);
  const range = ratioRange(pooled.lower, pooled.upper);
  const says = `${ratio(pooled.rate)}${range} tickets a person a week`;
  const sure = isOnlyUnsure(interval, threshold) ? `, for sure ${exactRatio(threshold.bound ?? threshold.value)}` : "";
  const asks = `gate 2 needs ${exactRatio(threshold.value)} at most${sure}`;
  const { rate: value, lower, upper } = pooled;
  const caution = pooled.isWidened
    ? "interval widened, because the weeks differ more than chance would have them"
    : null;
  return { title, verdict, says, asks, value, lower, upper, n, caution };
}

function noDesk(title: string): Found {
  const says = "No ticket has been reported yet: connect the help desk under Settings";
  return { title, verdict: red("no-evidence"), says, asks: null, ...nothing, n: 0 };
}

/** V5: the ratio falls, by a one-sided Mann–Kendall test over the settled weeks. */
function fallingTrend(threshold: Threshold, evidence: Evidence): Found {
  const title = titleOf(threshold);
  if (!evidence.helpDesk.isHeard) return noDesk(title);
  const weeks = settled(evidence.helpDesk);
  const found = trendOf(weeks);
  const n = weeks.filter(({ active }) => active > 0).length;
  if (found === null) {
    const says = `A fall is not claimed before ${fewestWeeks} settled weeks; there are ${n}`;
    return { title, verdict: red("insufficient-weeks"), says, asks: null, ...nothing, n };
  }
  const verdict = judge([
    freshness(evidence),
    [found.p !== null && passes({ estimate: found.p, lower: found.p, upper: found.p }, threshold), "trend"],
  ]);
  const says =
    verdict.colour === "GREEN"
      ? `Tickets a person fall week by week over ${n} weeks`
      : `No fall in tickets a person can be claimed over ${n} weeks`;
  return {
    title,
    verdict,
    says,
    asks: null,
    value: found.slope,
    lower: found.slopeLower,
    upper: found.slopeUpper,
    n,
    caution: null,
  };
}

export function trendOf(weeks: readonly HelpDeskWeek[]): ReturnType<typeof rateTrend> | null {
  if (weeks.filter(({ active }) => active > 0).length < fewestWeeks) return null;
  return rateTrend(
    weeks.map((week) => ({ count: week.tickets, exposure: week.active })),
    { alternative: "less", level },
  );
}

export function settled(helpDesk: HelpDesk): readonly HelpDeskWeek[] {
  return helpDesk.weeks.filter((week) => !week.provisional);
}
