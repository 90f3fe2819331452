import type { BandKind } from "#domain/statistics/band";
import { cumulativeIncidence, incidenceAt } from "#domain/statistics/incidence";
import type { IncidenceCurve } from "#domain/statistics/incidence";
import { logRank } from "#domain/statistics/log-rank";
import { quantile } from "#domain/statistics/quantile";
import { restrictedMean } from "#domain/statistics/restricted-mean";
import { lastTime, sampleOf } from "#domain/statistics/sample";
import type { Sample } from "#domain/statistics/sample";
import { orNull } from "#domain/statistics/step-at";
import { kaplanMeier } from "#domain/statistics/survival";
import type { SurvivalCurve } from "#domain/statistics/survival";
import { survivalAt } from "#domain/statistics/survival-at";

export interface SurvivalQuestion {
  readonly time: readonly number[];
  readonly status: readonly number[];
  readonly group?: readonly string[] | undefined;
  readonly entry?: readonly number[] | undefined;
  readonly conf: BandKind;
  readonly level: number;
  readonly at: readonly number[];
  readonly tau: number | null;
}

/** One report a group, in the order in which the groups first appear, and the comparison of all of them. */
export function survivalReport(question: SurvivalQuestion) {
  const samples = samplesOf(question);
  const horizon = question.tau ?? commonHorizon([...samples.values()]);
  const groups = [...samples].map(([name, sample]) => groupReport({ name, sample, horizon }, question));
  return { groups, logrank: logRank([...samples.values()]) };
}

function samplesOf({ time, status, entry, group }: SurvivalQuestion): Map<string, Sample> {
  if (!group) return new Map([["all", sampleOf({ time, status, entry })]]);
  if (group.length !== time.length) {
    throw new RangeError(`There are ${time.length} times but ${group.length} group names.`);
  }
  const members = Map.groupBy(time.keys(), (person) => group[person]!);
  sampleOf({ time, status, entry });
  const pick = (column: readonly number[], people: readonly number[]) => people.map((person) => column[person]!);
  return new Map(
    [...members].map(([name, people]) => [
      name,
      sampleOf({ time: pick(time, people), status: pick(status, people), entry: entry && pick(entry, people) }),
    ]),
  );
}

/** Unless a horizon is asked for: the longest time up to which every group was watched. */
function commonHorizon(samples: readonly Sample[]): number | null {
  const last = samples.flatMap((sample) => lastTime(sample) ?? []);
  const horizon = Math.min(...last);
  return last.length > 0 && horizon > 0 ? horizon : null;
}

function groupReport(group: { name: string; sample: Sample; horizon: number | null }, question: SurvivalQuestion) {
  const { name, sample, horizon } = group;
  const { level, at } = question;
  const band = { kind: question.conf, level };
  const curve = kaplanMeier(sample, band);
  const incidence = sample.competing.length > 0 ? cumulativeIncidence(sample, band) : null;
  return {
    name,
    n: sample.n,
    events: sample.events.length,
    table: tableOf(curve),
    at: at.map((t) => survivalAt(sample, curve, t)),
    quantiles: [0.25, 0.5, 0.75].map((q) => quantile(curve, q)),
    rmst: horizon === null ? null : restrictedMean(curve, horizon, level),
    ...(incidence && { incidence: incidenceTable(incidence), incidenceAt: at.map((t) => incidenceAt(incidence, t)) }),
  };
}

function tableOf(curve: SurvivalCurve) {
  return Array.from(curve.time, (t, row) => ({
    t,
    atRisk: curve.atRisk[row]!,
    events: curve.events[row]!,
    censored: curve.censored[row]! + curve.competing[row]!,
    survival: curve.survival[row]!,
    se: orNull(curve.se[row]),
    lower: orNull(curve.lower[row]),
    upper: orNull(curve.upper[row]),
  }));
}

function incidenceTable(curve: IncidenceCurve) {
  return Array.from(curve.time, (t, row) => ({
    t,
    atRisk: curve.atRisk[row]!,
    events: curve.events[row]!,
    competing: curve.competing[row]!,
    censored: curve.censored[row]!,
    incidence: curve.incidence[row]!,
    se: orNull(curve.se[row]),
    lower: orNull(curve.lower[row]),
    upper: orNull(curve.upper[row]),
    left: curve.left[row]!,
  }));
}
