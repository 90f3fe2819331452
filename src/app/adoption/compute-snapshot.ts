import type { SnapshotView, WeekView } from "#contract/adoption";
import { release } from "#contract/release";
import { clockWords } from "#domain/adoption/clock";
import type { SourceFacts } from "#domain/adoption/facts";
import type { HelpDeskWeek } from "#domain/adoption/help-desk";
import { dayAt } from "#domain/calendar/zone";
import type { Plan } from "#domain/plan/plan";
import { askedForView } from "./asked-for-view";
import { basisOf } from "./basis";
import type { Basis, SnapshotInput } from "./basis";
import { curveView } from "./curve-view";
import { differenceView } from "./difference-view";
import { gateSummary } from "./gate-summary";
import { adoptionClock, askedOf, goLiveDays, thresholdsOf } from "./plan-clock";
import { gateLinesOf, shownMeasure } from "./shown-measures";
import { departments, exclusions, isWeekShown } from "./shown-parts";
import { outcomes, shares } from "./noted-views";
import { symptoms } from "./symptom-views";
import { trendView } from "./trend-view";
import { changeViews, easierViews, thresholdViews, unanswered } from "./threshold-views";

/** Every number of one view at one moment. The same input gives the same snapshot, whoever asks. */
export function computeSnapshot(input: SnapshotInput): SnapshotView {
  const { plan, wave, now } = input;
  const basis = basisOf(input);
  const { cut, isHidden, evidence } = basis;
  const metrics = askedOf(plan).map((threshold) => shownMeasure(basis, threshold));
  const gateLines = [
    ...thresholdsOf(plan).flatMap((threshold) => gateLinesOf(basis, threshold)),
    ...unanswered(input.history),
  ];
  const easier = easierViews(input.history);
  const today = dayAt(now, plan.zone);
  const body = {
    version: 5 as const,
    release,
    plan: { id: plan.id, title: plan.title, zone: plan.zone },
    wave: waveOf(plan, wave),
    waves: plan.waves.map(({ id, title }) => ({ id, title })),
    cut: cut === null ? null : new Date(cut).toISOString(),
    clock: clockWords(adoptionClock(plan)),
    metrics,
    curve: evidence.curve === null || isHidden ? null : curveView(evidence.curve),
    weeks: isHidden ? [] : evidence.helpDesk.weeks.filter(({ week }) => isWeekShown(basis, week)).map(weekView),
    askedFor: askedForView(basis),
    trend: trendView(basis, metrics),
    departments: departments(basis),
    differences: differenceView(basis),
    exclusions: exclusions(basis),
    symptoms: symptoms(basis),
    outcomes: outcomes(plan, input.observations, today),
    shares: shares(plan, input.observations, today),
    thresholds: thresholdViews(plan, input.history),
    thresholdChanges: changeViews(input.history),
    easier,
    sources: input.sources.map((source) => freshness(source, basis)),
    marks: marksOf(plan),
    gateLines,
    gate: gateSummary(gateLines, easier.length),
  };
  const inputHash = inputHashOf(input);
  const ageHours = evidence.ageHours;
  const id = `s-${input.hash(`${inputHash} ${JSON.stringify(body)}`).slice(0, 12)}`;
  const reported = reportedBy(input.sources, input.hash);
  const planned = plannedBy(plan, input.hash);
  return { ...body, id, inputHash, reported, planned, computedAt: new Date(now).toISOString(), ageHours };
}

/** Without what was set aside, which "left out" tells of. */
function weekView({ week, tickets, split, active, ratio, lower, upper, provisional }: HelpDeskWeek): WeekView {
  return { week, tickets, split, active, ratio, lower, upper, provisional };
}

/** The clock of the day is no input, so that looking again later changes the age of a snapshot and not its name. */
function inputHashOf({ plan, wave, hash, ...input }: SnapshotInput): string {
  const { people, weeks, worked, sources, observations, history } = input;
  const facts = [people, weeks, worked, sources, observations, history];
  return hash(JSON.stringify([restsOn(plan), wave, ...facts]));
}

/** Somebody who has just applied a plan looks whether its new threshold is in force. */
export function plannedBy(plan: Plan, hash: (text: string) => string): string {
  return hash(JSON.stringify([plan.title, restsOn(plan)])).slice(0, 12);
}

function restsOn({ zone, anchors, calendar, waves, gates, kpis }: Plan) {
  return { zone, anchors, calendar, waves, gates, kpis };
}

/** Of a batch that waits in a queue neither its arrival nor its newest event tells when it was merged; the counts do. */
export function reportedBy(sources: readonly SourceFacts[], hash: (text: string) => string): string {
  return hash(JSON.stringify(sources.toSorted((a, b) => (a.source < b.source ? -1 : 1)))).slice(0, 12);
}

function freshness({ source, lastSeenAt, completeTo, events }: SourceFacts, { input, cuts }: Basis) {
  const name = input.sourceNames.get(source) ?? source;
  const [lastSeen, complete] = [spell(lastSeenAt), spell(completeTo)];
  return { name, lastSeen, completeTo: complete, events: cuts.total ? events : null };
}

function spell(instant: number | null): string | null {
  return instant === null || instant <= 0 ? null : new Date(instant).toISOString();
}

/** Go-live of every wave, and the end of training. */
function marksOf(plan: Plan): SnapshotView["marks"] {
  const training = plan.anchors["trainingEnd"];
  const waves = [...goLiveDays(plan)].map(([id, day]) => ({
    name: `Go-live ${waveOf(plan, id)?.title ?? id}`.trim(),
    day,
  }));
  return [...(training === undefined ? [] : [{ name: "Training ends", day: training }]), ...waves];
}

function waveOf(plan: Plan, wave: string | null): SnapshotView["wave"] {
  if (wave === null) return null;
  return { id: wave, title: plan.waves.find(({ id }) => id === wave)?.title ?? wave };
}
