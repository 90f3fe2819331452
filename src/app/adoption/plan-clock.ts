import type { CohortClock } from "#domain/adoption/cohort";
import { elapsedDays, usualClock, workingDays } from "#domain/adoption/clock";
import type { SourceFacts } from "#domain/adoption/facts";
import { defaultRule } from "#domain/adoption/independence";
import { startingThresholds, usualThresholds } from "#domain/adoption/thresholds";
import { addDays } from "#domain/calendar/day";
import { instantOf } from "#domain/calendar/zone";
import { anchorDay } from "#domain/plan/anchor-day";
import { findCalendar } from "#domain/plan/plan-calendar";
import type { AdoptionClock, Plan, Threshold } from "#domain/plan/plan";

export function thresholdsOf(plan: Plan): readonly Threshold[] {
  const chosen = plan.gates.implementation.thresholds;
  return chosen.length > 0 ? chosen : startingThresholds;
}

/** What the gate asks, and after it whatever else is only shown. */
export function askedOf(plan: Plan): readonly Threshold[] {
  const asked = thresholdsOf(plan);
  return [...asked, ...usualThresholds.filter(({ metric }) => !asked.some((each) => each.metric === metric))];
}

export function adoptionClock(plan: Plan): AdoptionClock {
  return plan.gates.implementation.clock ?? usualClock;
}

/** The clock of the plan's people, watched up to `cut`. */
export function cohortClock(plan: Plan, cut: number): CohortClock {
  const { start, unit } = adoptionClock(plan);
  const goLive = Object.fromEntries(
    [...goLiveDays(plan)].map(([wave, day]) => [wave, instantOf(day, "00:00", plan.zone)]),
  );
  const calendar = unit === "working" ? findCalendar(plan) : null;
  const days = calendar === null ? elapsedDays : workingDays(calendar);
  return { goLive, trainingEnd: trainingEnd(plan), start, cut, rule: defaultRule, days };
}

/** Training ends with its last day. */
function trainingEnd(plan: Plan): number | null {
  const day = plan.anchors["trainingEnd"] ?? null;
  return day === null ? null : instantOf(addDays(day, 1), "00:00", plan.zone);
}

/** By wave; where nobody is in a wave, the plan's own under the empty name. */
export function goLiveDays(plan: Plan): ReadonlyMap<string, string> {
  const waves = plan.waves.length > 0 ? plan.waves : [{ id: "" }];
  return new Map(
    waves.flatMap(({ id }) => {
      const day = anchorDay(plan, "golive", id);
      return day === null ? [] : [[id, day] as const];
    }),
  );
}

/**
 * The slowest of those that report by themselves decides: up to there all of them have. A file uploaded once, or a source that was
 * removed, will never report again and holds nobody up; where there is nothing else, the newest of them counts.
 */
export function cutOf(sources: readonly SourceFacts[], senders: ReadonlySet<string>): number | null {
  const ends = (some: readonly SourceFacts[]): readonly number[] =>
    some.map((source) => source.completeTo).filter((at): at is number => at !== null && at > 0);
  const sending = ends(sources.filter(({ source }) => senders.has(source)));
  if (sending.length > 0) return Math.min(...sending);
  const others = ends(sources);
  return others.length === 0 ? null : Math.max(...others);
}
