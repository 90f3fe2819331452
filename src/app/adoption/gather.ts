import type { Facts } from "../adoption-ports";
import type { PersonFacts, SourceFacts, WeekFacts, WorkedWeek } from "#domain/adoption/facts";
import { latestDays, weekThree } from "#domain/adoption/work";
import { weekOfDay } from "#domain/calendar/week";
import { dayAt } from "#domain/calendar/zone";
import type { Plan } from "#domain/plan/plan";
import { cutOf, goLiveDays } from "./plan-clock";

/** Everything the numbers of a plan are made of. All waves are read even for one: what may be shown of it depends on the others. */
export interface Gathered {
  readonly people: readonly PersonFacts[];
  readonly weeks: readonly WeekFacts[];
  readonly waveWeeks: ReadonlyMap<string, readonly WeekFacts[]>;
  readonly worked: readonly WorkedWeek[];
  readonly sources: readonly SourceFacts[];
}

export async function gather(facts: Facts, plan: Plan): Promise<Gathered> {
  const [people, weeks, sources, waveWeeks] = await Promise.all([
    facts.people(plan.id, null),
    facts.weeks(plan.id, null),
    facts.sources(plan.id),
    Promise.all(plan.waves.map(async ({ id }) => [id, await facts.weeks(plan.id, id)] as const)),
  ]);
  const worked = await facts.worked(plan.id, weeksWanted(plan, cutOf(sources)));
  return { people, weeks, waveWeeks: new Map(waveWeeks), worked, sources };
}

/** Of the hours people worked only the third weeks and the latest days are read. */
function weeksWanted(plan: Plan, cut: number | null): readonly number[] {
  if (cut === null) return [];
  const cutDay = dayAt(cut, plan.zone);
  const third = [...goLiveDays(plan).values()].map(weekThree).filter(({ last }) => last < cutDay);
  const days = [...third.flatMap(({ first, last }) => [first, last]), ...latestDays(cutDay)];
  return [...new Set(days.map(weekOfDay))];
}
