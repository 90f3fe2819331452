import { cohort, eligibleIn } from "#domain/adoption/cohort";
import type { Cohort, CohortClock } from "#domain/adoption/cohort";
import { adoptionCurve } from "#domain/adoption/curve";
import { shownCuts } from "#domain/adoption/cuts";
import type { ShownCuts } from "#domain/adoption/cuts";
import type { PersonFacts, WeekFacts } from "#domain/adoption/facts";
import { helpDesk, unheard } from "#domain/adoption/help-desk";
import type { Evidence } from "#domain/adoption/measures";
import type { Observation } from "#domain/adoption/observation";
import { isProvisional } from "#domain/adoption/provisional";
import { weekEnd } from "#domain/calendar/week";
import type { Gathered } from "./gather";
import { adoptionClock, cohortClock } from "./plan-clock";
import type { ThresholdHistory } from "./thresholds-kept";
import { usualDay, weekThreeWork } from "./work-evidence";

export interface SnapshotInput extends Gathered {
  readonly observations: readonly Observation[];
  readonly history: ThresholdHistory;
  /** By id; a source that is not named goes by its id. */
  readonly sourceNames: ReadonlyMap<string, string>;
  readonly wave: string | null;
  readonly now: number;
  readonly hash: (text: string) => string;
}

/** What every number of one view is worked out from, so that a number and its arithmetic cannot come from different things. */
export interface Basis {
  readonly input: SnapshotInput;
  readonly cut: number | null;
  readonly clock: CohortClock;
  /** Of every wave. */
  readonly all: Cohort;
  readonly people: Cohort;
  readonly byWave: ReadonlyMap<string, Cohort>;
  readonly cuts: ShownCuts;
  /** Too few people, or a number from which too few would follow. */
  readonly isHidden: boolean;
  readonly evidence: Evidence;
}

const hour = 3_600_000;

/** Department of whoever has none. */
export const noDepartment = "No department";

export function basisOf(input: SnapshotInput): Basis {
  const { plan, wave, now, cut } = input;
  const clock = cohortClock(plan, cut ?? now);
  const all = cohort(input.people, clock);
  const byWave = new Map(plan.waves.map(({ id }) => [id, cohort(input.people.filter(isIn(id)), clock)]));
  const people = wave === null ? all : (byWave.get(wave) ?? cohort([], clock));
  const cuts = shownCuts(cellsOf(all));
  const isShown = wave === null ? cuts.total : cuts.wave(wave);
  return {
    input,
    cut,
    clock,
    all,
    people,
    byWave,
    cuts,
    isHidden: people.time.length > 0 && !isShown,
    evidence: evidenceOf(input, { cut, clock, people }),
  };
}

function isIn(wave: string | null): (person: PersonFacts) => boolean {
  return (person) => wave === null || person.wave === wave;
}

function evidenceOf(input: SnapshotInput, { cut, clock, people }: Pick<Basis, "cut" | "clock" | "people">): Evidence {
  const { plan, wave, now } = input;
  // Before anything has reported nobody was watched: a silent feed must not look like people who do nothing.
  const curve = cut === null || people.time.length === 0 ? null : adoptionCurve(people);
  const desk = helpDesk(weeksOf(input), (week) => isProvisional(weekEnd(week, plan.zone), { now, cut }));
  const work = { plan, people: input.people.filter(isIn(wave)), worked: input.worked, clock };
  return {
    clock: adoptionClock(plan),
    curve,
    helpDesk: input.hasTickets ? desk : unheard(desk),
    concentration: cut === null ? null : weekThreeWork(work),
    userAdoption: cut === null ? null : usualDay(work),
    eligible: (week) => eligibleIn(week, work.people, { clock, zone: plan.zone }),
    ageHours: cut === null ? null : Math.max(0, (now - cut) / hour),
  };
}

function weeksOf({ wave, weeks, waveWeeks }: SnapshotInput): readonly WeekFacts[] {
  return wave === null ? weeks : (waveWeeks.get(wave) ?? []);
}

function cellsOf({ wave, department }: Cohort): Parameters<typeof shownCuts>[0] {
  const cells = new Map<string, { wave: string; department: string; size: number }>();
  wave.forEach((name, at) => {
    const of = department[at] ?? noDepartment;
    const held = cells.get(JSON.stringify([name, of])) ?? { wave: name, department: of, size: 0 };
    cells.set(JSON.stringify([name, of]), { ...held, size: held.size + 1 });
  });
  return [...cells.values()];
}
