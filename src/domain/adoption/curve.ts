import { cumulativeIncidence, incidenceAt } from "#domain/statistics/incidence";
import type { IncidenceCurve } from "#domain/statistics/incidence";
import { clopperPearson } from "#domain/statistics/proportion";
import { quantile } from "#domain/statistics/quantile";
import { restrictedMean } from "#domain/statistics/restricted-mean";
import { atRiskAt, sampleOf } from "#domain/statistics/sample";
import type { Sample } from "#domain/statistics/sample";
import { kaplanMeier } from "#domain/statistics/survival";
import type { SurvivalCurve } from "#domain/statistics/survival";
import { survivalAt } from "#domain/statistics/survival-at";
import type { Cohort } from "./cohort";
import { level } from "./help-desk";

/** How far the restricted mean looks. */
export const horizonDays = 30;

const band = { level, kind: "log-log" } as const;

/** The share of people who work on their own by a day, with its interval; null where it is not defined. */
export interface Share {
  readonly day: number;
  readonly share: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Still waiting and watched just before that day. */
  readonly waiting: number;
}

export interface AdoptionCurve {
  readonly n: number;
  readonly independent: number;
  readonly left: number;
  readonly medianDays: {
    readonly estimate: number | null;
    readonly lower: number | null;
    readonly upper: number | null;
  };
  /** Days until independent, nobody counted beyond the horizon: the mean that waiting people cannot flatter. */
  readonly meanDays: AdoptionCurve["medianDays"];
  /** The median of those who made it alone: what a report of "time to convert" would say. */
  readonly naiveMedianDays: number | null;
  readonly longestDays: number;
  at(day: number): Share;
}

/** A5: the adoption curve. Where anybody left it is Aalen–Johansen, because people who are gone are not people still waiting. */
export function adoptionCurve(cohort: Pick<Cohort, "time" | "status">): AdoptionCurve {
  const sample = sampleOf(cohort);
  const survival = kaplanMeier(sample, band);
  const incidence = sample.competing.length > 0 ? cumulativeIncidence(sample, band) : null;
  const waiting = incidence === null ? survival : upsideDown(incidence);
  return {
    n: sample.n,
    independent: sample.events.length,
    left: sample.competing.length,
    medianDays: quantile(waiting, 0.5),
    meanDays: meanOf(waiting, incidence === null),
    naiveMedianDays: medianOf(sample.events),
    longestDays: cohort.time.reduce((longest, time) => Math.max(longest, time), 0),
    at: (day) =>
      bounded(
        incidence === null ? fromSurvival(sample, survival, day) : fromIncidence(sample, incidence, day),
        sample.n,
      ),
  };
}

/** The day itself where the share is known there: everybody has been watched so long, or nobody waits any more. Else the last before it. */
export function reachedBy(curve: AdoptionCurve, day: number): number {
  return curve.at(day).share === null ? Math.min(day, Math.floor(curve.longestDays)) : day;
}

/**
 * Where everybody or nobody has made it the log-log interval has no value; the exact binomial one has, so that a wave in which all made
 * it is not the one wave that can never pass.
 */
function bounded(at: Share, n: number): Share {
  if (at.lower !== null || at.upper !== null || (at.share !== 0 && at.share !== 1)) return at;
  const { lower, upper } = clopperPearson(at.share * n, n, level);
  return { ...at, lower, upper };
}

function fromSurvival(sample: Sample, survival: Parameters<typeof survivalAt>[1], day: number): Share {
  const at = survivalAt(sample, survival, day);
  return {
    day,
    share: minus(at.survival),
    lower: minus(at.upper),
    upper: minus(at.lower),
    waiting: at.atRisk,
  };
}

function fromIncidence(sample: Sample, curve: IncidenceCurve, day: number): Share {
  const at = incidenceAt(curve, day);
  return { day, share: at.incidence, lower: at.lower, upper: at.upper, waiting: atRiskAt(sample, day) };
}

/** The share without the event, whether or not it can still come: so that quantiles and areas are read the same way from both curves. */
function upsideDown(curve: IncidenceCurve): SurvivalCurve {
  const rest = (column: Float64Array): Float64Array => column.map((share) => 1 - share);
  return { ...curve, survival: rest(curve.incidence), lower: rest(curve.upper), upper: rest(curve.lower) };
}

/** Competing events would want another error than Greenwood's, so then the mean stands without an interval. */
function meanOf(waiting: SurvivalCurve, hasError: boolean): AdoptionCurve["meanDays"] {
  const { estimate, lower, upper } = restrictedMean(waiting, horizonDays, level);
  return hasError ? { estimate, lower, upper } : { estimate, lower: null, upper: null };
}

function minus(share: number | null): number | null {
  return share === null ? null : 1 - share;
}

/** The lower of the two middle values where their number is even would favour neither side: their mean is used. */
function medianOf(sorted: Float64Array): number | null {
  if (sorted.length === 0) return null;
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
