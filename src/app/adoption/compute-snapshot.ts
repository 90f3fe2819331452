import type { DepartmentView, SnapshotView } from "#contract/adoption";
import { adoptionCurve } from "#domain/adoption/curve";
import type { AdoptionCurve } from "#domain/adoption/curve";
import { cohort } from "#domain/adoption/cohort";
import type { Cohort, CohortClock } from "#domain/adoption/cohort";
import type { PersonFacts, SourceFacts, WeekFacts } from "#domain/adoption/facts";
import { helpDesk } from "#domain/adoption/help-desk";
import { defaultRule } from "#domain/adoption/independence";
import { measure, settled, trendOf } from "#domain/adoption/measures";
import type { Evidence, Measure } from "#domain/adoption/measures";
import { isProvisional } from "#domain/adoption/provisional";
import { shownGroups, smallestGroup } from "#domain/adoption/suppression";
import { daysIn, startingThresholds } from "#domain/adoption/thresholds";
import { red } from "#domain/adoption/verdict";
import { instantOf } from "#domain/calendar/zone";
import type { Plan, Threshold } from "#domain/plan/plan";
import { curveView } from "./curve-view";
import { gateSummary } from "./gate-summary";

export interface SnapshotInput {
  readonly plan: Plan;
  readonly wave: string | null;
  readonly people: readonly PersonFacts[];
  readonly weeks: readonly WeekFacts[];
  readonly sources: readonly SourceFacts[];
  readonly now: number;
  readonly hash: (text: string) => string;
}

const hour = 3_600_000;

/** Every number of one wave at one moment. The same input gives the same snapshot, whoever asks. */
export function computeSnapshot(input: SnapshotInput): SnapshotView {
  const { plan, wave, now, sources } = input;
  const cut = cutOf(sources);
  const people = cohort(input.people, clockOf(input, cut));
  const curve = people.time.length === 0 ? null : adoptionCurve(people);
  const desk = helpDesk(input.weeks, (week) => isProvisional(week, plan.zone, now));
  const ageHours = cut === null ? null : Math.max(0, (now - cut) / hour);
  const evidence: Evidence = { curve, helpDesk: desk, eligible: people.time.length - (curve?.left ?? 0), ageHours };
  const isSmall = people.time.length > 0 && people.time.length < smallestGroup;
  const thresholds = thresholdsOf(plan);
  const metrics = thresholds.map((threshold) => (isSmall ? hidden(threshold) : measure(threshold, evidence)));
  const gateLines = isSmall
    ? metrics
    : metrics.flatMap((found, index) => perWave(input, { found, threshold: thresholds[index]!, evidence }));
  const trend = isSmall ? null : trendOf(settled(desk));
  const body = {
    version: 1 as const,
    plan: { id: plan.id, title: plan.title, zone: plan.zone },
    wave: waveOf(plan, wave),
    waves: plan.waves.map(({ id, title }) => ({ id, title })),
    cut: cut === null ? null : new Date(cut).toISOString(),
    metrics,
    curve: curve === null || isSmall ? null : curveView(curve),
    weeks: isSmall ? [] : desk.weeks,
    trend: { claimed: trend !== null && trend.p !== null && trend.p < 0.05, sentence: trendSentence(metrics) },
    departments: departments(people, plan),
    exclusions: exclusions(people, sources),
    gateLines,
    gate: gateSummary(gateLines),
  };
  const inputHash = input.hash(JSON.stringify(body));
  return { ...body, id: `s-${inputHash.slice(0, 12)}`, inputHash, computedAt: new Date(now).toISOString(), ageHours };
}

interface Found {
  readonly found: Measure;
  readonly threshold: Threshold;
  readonly evidence: Evidence;
}

/** V7: for the gate of a whole plan every wave must be independent; one that shines does not open it for another. */
function perWave(input: SnapshotInput, { found, threshold, evidence }: Found): readonly Measure[] {
  const { plan, wave } = input;
  if (threshold.metric !== "ttft" || wave !== null || plan.waves.length < 2) return [found];
  return plan.waves.map(({ id, title }) => {
    const people = cohort(
      input.people.filter((person) => person.wave === id),
      clockOf(input, cutOf(input.sources)),
    );
    const isSmall = people.time.length > 0 && people.time.length < smallestGroup;
    const curve = people.time.length === 0 ? null : adoptionCurve(people);
    const own = isSmall ? hidden(threshold) : measure(threshold, { ...evidence, curve });
    return { ...own, title: `${title}: ${own.title}`, sentence: `${title}: ${own.sentence}` };
  });
}

function clockOf({ plan, now }: SnapshotInput, cut: number | null): CohortClock {
  return { goLive: goLives(plan), cut: cut ?? now, rule: defaultRule };
}

export function thresholdsOf(plan: Plan): readonly Threshold[] {
  const chosen = plan.gates.implementation.thresholds;
  return chosen.length > 0 ? chosen : startingThresholds;
}

/** The slowest source decides: up to there every source has reported. */
function cutOf(sources: readonly SourceFacts[]): number | null {
  const ends = sources.map((source) => source.completeTo).filter((at): at is number => at !== null && at > 0);
  return ends.length === 0 ? null : Math.min(...ends);
}

function goLives(plan: Plan): Record<string, number> {
  const starts = plan.waves.flatMap(({ id, golive }) => {
    const day = golive ?? plan.anchors["golive"] ?? null;
    return day === null ? [] : [[id, instantOf(day, "00:00", plan.zone)] as const];
  });
  return Object.fromEntries(starts);
}

function waveOf(plan: Plan, wave: string | null): SnapshotView["wave"] {
  if (wave === null) return null;
  return { id: wave, title: plan.waves.find(({ id }) => id === wave)?.title ?? wave };
}

function hidden({ metric }: Threshold): Measure {
  const sentence = `Fewer than ${smallestGroup} people: no number is shown.`;
  return {
    metric,
    title: metric,
    verdict: red("insufficient-n"),
    sentence,
    value: null,
    lower: null,
    upper: null,
    n: 0,
  };
}

function trendSentence(metrics: readonly Measure[]): string {
  return metrics.find(({ metric }) => metric === "trend")?.sentence ?? "No trend is asked for by this plan.";
}

/** V6: each department by the first threshold, so that one that lags is not hidden in the average. */
function departments(people: Cohort, plan: Plan): DepartmentView[] {
  const names = [...new Set(people.department.map((name) => name ?? "No department"))].toSorted();
  const parts = names.map((name) => partOf(people, name));
  const shown = shownGroups(parts.map(({ time }) => time.length));
  const threshold = thresholdsOf(plan).find(({ metric }) => metric === "ttft") ?? startingThresholds[0]!;
  return names.map((name, index) => ({
    name,
    shown: shown[index] ? departmentView(adoptionCurve(parts[index]!), threshold) : null,
  }));
}

function partOf(people: Cohort, name: string): Pick<Cohort, "time" | "status"> {
  const isIn = (_: number, index: number): boolean => (people.department[index] ?? "No department") === name;
  return { time: people.time.filter(isIn), status: people.status.filter(isIn) };
}

function departmentView(curve: AdoptionCurve, threshold: Threshold): DepartmentView["shown"] {
  const found = measure(threshold, { curve, helpDesk: helpDesk([], () => false), eligible: curve.n, ageHours: 0 });
  // Before everybody has been watched so long, the last day reached still tells the departments apart.
  const at = curve.at(Math.min(daysIn(threshold.at), Math.floor(curve.longestDays)));
  return { n: curve.n, share: at.share, lower: at.lower, upper: at.upper, verdict: found.verdict };
}

function exclusions(people: Cohort, sources: readonly SourceFacts[]): SnapshotView["exclusions"] {
  const total = (pick: (source: SourceFacts) => number): number =>
    sources.reduce((sum, source) => sum + pick(source), 0);
  return [
    { what: "Early adopters, at work before their start", count: peopleCount(people.earlyAdopters) },
    { what: "People whose wave is not live, or who belong to none", count: peopleCount(people.notStarted) },
    { what: "Events from a sandbox or test system", count: total((source) => source.sandbox) },
    { what: "Events by service accounts", count: total((source) => source.service) },
  ];
}

function peopleCount(count: number): number | null {
  return count > 0 && count < smallestGroup ? null : count;
}
