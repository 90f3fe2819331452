import type { DepartmentView, SnapshotView } from "#contract/adoption";
import { partOfCohort } from "#domain/adoption/cohort";
import type { Cohort } from "#domain/adoption/cohort";
import { adoptionCurve, reachedBy } from "#domain/adoption/curve";
import type { AdoptionCurve } from "#domain/adoption/curve";
import type { SourceFacts, WeekFacts } from "#domain/adoption/facts";
import { measure } from "#domain/adoption/measures";
import { isCountShown } from "#domain/adoption/suppression";
import { daysIn, startingThresholds } from "#domain/adoption/thresholds";
import type { Threshold } from "#domain/plan/plan";
import { curveView } from "./curve-view";
import { noDepartment } from "./basis";
import type { Basis } from "./basis";
import { thresholdsOf } from "./plan-clock";

/** V6: each department by the first threshold, so that one that lags is not hidden in the average. */
export function departments(basis: Basis): DepartmentView[] {
  const { people, input, cut } = basis;
  if (cut === null) return [];
  const threshold = thresholdsOf(input.plan).find(({ metric }) => metric === "ttft") ?? startingThresholds[0]!;
  return departmentNames(people).map((name) => {
    if (!isDepartmentShown(basis, name)) return { name, shown: null };
    return { name, shown: departmentView(adoptionCurve(departmentPart(people, name)), threshold, basis) };
  });
}

export function isDepartmentShown({ cuts, input, isHidden }: Basis, name: string): boolean {
  return !isHidden && (input.wave === null ? cuts.department(name) : cuts.cell(input.wave, name));
}

export function departmentNames({ department }: Cohort): readonly string[] {
  return [...new Set(department.map((name) => name ?? noDepartment))].toSorted();
}

export function departmentPart(people: Cohort, name: string): ReturnType<typeof partOfCohort> {
  return partOfCohort(people, (at) => (people.department[at] ?? noDepartment) === name);
}

function departmentView(curve: AdoptionCurve, threshold: Threshold, { evidence }: Basis): DepartmentView["shown"] {
  // Before everybody has been watched so long, the last day reached still tells the departments apart; a share only grows.
  const day = reachedBy(curve, daysIn(threshold.at));
  const found = measure({ ...threshold, at: `${day}d` }, { ...evidence, curve, ageHours: 0 });
  const at = curve.at(day);
  const spark = curveView(curve).points.map(({ share }) => share);
  return { n: curve.n, share: at.share, lower: at.lower, upper: at.upper, verdict: found.verdict, spark };
}

/** P3: whether the week's number of active people may be shown. */
export function isWeekShown({ input }: Basis, week: string): boolean {
  const active = (weeks: readonly WeekFacts[] | undefined): number =>
    weeks?.find((each) => each.week === week)?.active ?? 0;
  const byWave = new Map(input.plan.waves.map(({ id }) => [id, active(input.waveWeeks.get(id))]));
  return isCountShown(input.wave, { total: active(input.weeks), byWave });
}

/** How many people were set aside, and why; null where the number may not be shown. */
export function exclusions(basis: Basis): SnapshotView["exclusions"] {
  const total = (pick: (source: SourceFacts) => number): number =>
    basis.input.sources.reduce((sum, source) => sum + pick(source), 0);
  const early = shownCount(basis, ({ earlyAdopters }) => earlyAdopters);
  const notStarted = shownCount(basis, (people) => people.notStarted);
  return [
    { what: "Early adopters, at work before their start", count: early },
    { what: "People whose wave is not live, or who belong to none", count: notStarted },
    { what: "Events from a sandbox or test system", count: total((source) => source.sandbox) },
    { what: "Events by service accounts", count: total((source) => source.service) },
    { what: "Tickets marked as duplicate, spam or monitoring", count: setAside(basis) },
  ];
}

/** H4: fewer than five may be of fewer than five people, so they are shown as a count of people would be. */
function setAside({ input, isHidden }: Basis): number | null {
  const sum = (weeks: readonly WeekFacts[]): number => weeks.reduce((all, week) => all + week.setAside, 0);
  const byWave = new Map([...input.waveWeeks].map(([wave, weeks]) => [wave, sum(weeks)]));
  const own = sum(input.wave === null ? input.weeks : (input.waveWeeks.get(input.wave) ?? []));
  return !isHidden && isCountShown(input.wave, { total: sum(input.weeks), byWave }) ? own : null;
}

function shownCount({ input, all, people, byWave }: Basis, pick: (people: Cohort) => number): number | null {
  const counts = new Map([...byWave].map(([wave, own]) => [wave, pick(own)]));
  return isCountShown(input.wave, { total: pick(all), byWave: counts }) ? pick(people) : null;
}
