import type { SnapshotView } from "#contract/adoption";
import { release } from "#contract/release";
import { clockWords } from "#domain/adoption/clock";
import { settled, trendOf } from "#domain/adoption/measures";
import type { Measure } from "#domain/adoption/measures";
import type { Plan } from "#domain/plan/plan";
import { basisOf } from "./basis";
import type { SnapshotInput } from "./basis";
import { curveView } from "./curve-view";
import { differenceView } from "./difference-view";
import { gateSummary } from "./gate-summary";
import { adoptionClock, askedOf, thresholdsOf } from "./plan-clock";
import { gateLinesOf, shownMeasure } from "./shown-measures";
import { departments, exclusions, isWeekShown } from "./shown-parts";

/** Every number of one view at one moment. The same input gives the same snapshot, whoever asks. */
export function computeSnapshot(input: SnapshotInput): SnapshotView {
  const { plan, wave, now } = input;
  const basis = basisOf(input);
  const { cut, isHidden, evidence } = basis;
  const metrics = askedOf(plan).map((threshold) => shownMeasure(basis, threshold));
  const gateLines = thresholdsOf(plan).flatMap((threshold) => gateLinesOf(basis, threshold));
  const trend = isHidden ? null : trendOf(settled(evidence.helpDesk));
  const body = {
    version: 2 as const,
    release,
    plan: { id: plan.id, title: plan.title, zone: plan.zone },
    wave: waveOf(plan, wave),
    waves: plan.waves.map(({ id, title }) => ({ id, title })),
    cut: cut === null ? null : new Date(cut).toISOString(),
    clock: clockWords(adoptionClock(plan)),
    metrics,
    curve: evidence.curve === null || isHidden ? null : curveView(evidence.curve),
    weeks: isHidden ? [] : evidence.helpDesk.weeks.filter(({ week }) => isWeekShown(basis, week)),
    trend: { claimed: trend !== null && trend.p !== null && trend.p < 0.05, sentence: trendSentence(metrics) },
    departments: departments(basis),
    differences: differenceView(basis),
    exclusions: exclusions(basis),
    gateLines,
    gate: gateSummary(gateLines),
  };
  const inputHash = inputHashOf(input);
  const ageHours = evidence.ageHours;
  const id = `s-${input.hash(`${inputHash} ${JSON.stringify(body)}`).slice(0, 12)}`;
  return { ...body, id, inputHash, computedAt: new Date(now).toISOString(), ageHours };
}

/** The clock of the day is no input, so that looking again later changes the age of a snapshot and not its name. */
function inputHashOf({ plan, wave, people, weeks, worked, sources, hash }: SnapshotInput): string {
  const { zone, anchors, calendar, waves, gates } = plan;
  return hash(JSON.stringify([{ zone, anchors, calendar, waves, gates }, wave, people, weeks, worked, sources]));
}

function waveOf(plan: Plan, wave: string | null): SnapshotView["wave"] {
  if (wave === null) return null;
  return { id: wave, title: plan.waves.find(({ id }) => id === wave)?.title ?? wave };
}

function trendSentence(metrics: readonly Measure[]): string {
  return metrics.find(({ metric }) => metric === "trend")?.sentence ?? "No trend is asked for by this plan.";
}
