import type { OutcomeView, ShareView } from "#contract/adoption";
import { newestOf } from "#domain/adoption/observation";
import type { Observation } from "#domain/adoption/observation";
import { outcome } from "#domain/adoption/outcome";
import type { Reading } from "#domain/adoption/outcome";
import { percent, percentRange } from "#domain/adoption/sentence";
import { completeness, compliance, goalsMet } from "#domain/adoption/shares";
import type { PartOf } from "#domain/adoption/shares";
import type { Kpi, Plan } from "#domain/plan/plan";

/** K2: each KPI of the plan, reality against the planned curve for the same day. */
export function outcomes(plan: Plan, observations: readonly Observation[], today: string): readonly OutcomeView[] {
  return plan.kpis.map((kpi) => {
    const readings = readingsOf(kpi, observations);
    const { verdict, sentence, standing } = outcome(kpi, readings, today);
    const { id, title, unit, better, owner, milestone, planned } = kpi;
    return { kpi: id, title, unit, better, owner, milestone, verdict, sentence, standing, planned, readings };
  });
}

function readingsOf({ id }: Kpi, observations: readonly Observation[]): readonly Reading[] {
  const own = observations.filter(({ kind, name }) => kind === "kpi" && name === id);
  const days = Map.groupBy(own, ({ day }) => day);
  return [...days]
    .map(([on, seen]) => ({ on, value: newestOf(seen, "kpi").get(id)!.part }))
    .toSorted((a, b) => (a.on < b.on ? -1 : 1));
}

/** N2 N3 N4: what is no transaction and so is counted by hand or by an export, as part of a whole. */
export function shares(plan: Plan, observations: readonly Observation[], today: string): readonly ShareView[] {
  const fields = [...newestOf(observations, "field").values()].map(({ name, part, whole }) => {
    return { field: name, filled: part, records: whole ?? part };
  });
  const cases = [...newestOf(observations, "case").values()].map(({ name, part, whole }) => {
    return { process: name, conforming: part, cases: whole ?? part };
  });
  return [
    share("completeness", "Data completeness", {
      found: completeness(fields),
      words: "of the mandatory cells are filled",
      missing: "Nobody has counted mandatory fields yet",
    }),
    share("goals", "Goal achievement", {
      found: goalsMet(goalsOf(plan, observations), today),
      words: "of the goals due are met",
      missing: "No goal is due yet",
    }),
    share("compliance", "Process compliance", {
      found: compliance(cases),
      words: "of the cases followed the new workflow",
      missing: "Nobody has counted cases yet",
    }),
  ];
}

/** N3: every planned point of a KPI is a goal of its day, met when a reading up to then is as good. */
function goalsOf(plan: Plan, observations: readonly Observation[]): { due: string; metOn: string | null }[] {
  return plan.kpis.flatMap((kpi) => {
    const readings = readingsOf(kpi, observations);
    return kpi.planned.map(({ on, value }) => {
      const isMet = (reading: Reading): boolean =>
        kpi.better === "higher" ? reading.value >= value : reading.value <= value;
      return { due: on, metOn: readings.find(isMet)?.on ?? null };
    });
  });
}

interface Said {
  readonly found: PartOf;
  readonly words: string;
  readonly missing: string;
}

function share(measure: ShareView["measure"], title: string, { found, words, missing }: Said): ShareView {
  const { estimate, lower, upper, part, whole } = found;
  const sentence =
    estimate === null
      ? `${missing}.`
      : `${percent(estimate)}${percentRange(lower, upper)} ${words}: ${part.toLocaleString("en")} of ${whole.toLocaleString("en")}.`;
  return { measure, title, sentence, value: estimate, lower, upper, part, whole };
}
