import type { Facts } from "../adoption-ports";
import type { PersonFacts, SourceFacts, WeekFacts, WorkedWeek } from "#domain/adoption/facts";
import { withWaves } from "#domain/adoption/waves";
import { everyWeek, sumWeeks } from "#domain/adoption/weeks";
import { weekOfDay } from "#domain/calendar/week";
import { dayAt } from "#domain/calendar/zone";
import type { Plan } from "#domain/plan/plan";
import { cutOf, goLiveDays } from "./plan-clock";
import { weeksWanted } from "./weeks-wanted";

/** Everything the numbers of a plan are made of. All waves are read even for one: what may be shown of it depends on the others. */
export interface Gathered {
  /** With the waves its people are counted by. */
  readonly plan: Plan;
  /** Up to here everything that happened has been reported; null before the first report. */
  readonly cut: number | null;
  readonly people: readonly PersonFacts[];
  /** Whether anybody has ever reported a ticket. */
  readonly hasTickets: boolean;
  readonly weeks: readonly WeekFacts[];
  readonly waveWeeks: ReadonlyMap<string, readonly WeekFacts[]>;
  readonly worked: readonly WorkedWeek[];
  readonly sources: readonly SourceFacts[];
}

/** `senders` are the sources that report by themselves, and still do. */
export async function gather(facts: Facts, planned: Plan, senders: ReadonlySet<string>): Promise<Gathered> {
  const [people, sources] = await Promise.all([facts.people(planned.id, null), facts.sources(planned.id)]);
  const plan = withWaves(planned, people);
  const cut = cutOf(sources, senders);
  const [weeks, worked] = await Promise.all([weeksOf(facts, plan, cut), facts.worked(plan.id, weeksWanted(plan, cut))]);
  // A help desk that has sent nothing but spam has been heard from.
  const hasTickets =
    people.some(({ tickets }) => tickets.length > 0) || weeks.weeks.some(({ setAside }) => setAside > 0);
  return { plan, cut, people, hasTickets, ...weeks, worked, sources };
}

/** Of each wave from its go-live on: what came before was testing. A week of which nothing has passed yet is no week. */
async function weeksOf(facts: Facts, plan: Plan, cut: number | null): Promise<Pick<Gathered, "weeks" | "waveWeeks">> {
  const known = cut === null ? new Map<string, readonly WeekFacts[]>() : await facts.weeks(plan.id);
  const own = [...goLiveDays(plan)].map(([wave, day]) => {
    if (cut === null) return [wave, []] as const;
    const weeks = wave === "" ? sumWeeks(known.values()) : (known.get(wave) ?? []);
    return [wave, everyWeek(weeks, weekOfDay(day), weekOfDay(dayAt(cut - 1, plan.zone)))] as const;
  });
  return { weeks: sumWeeks(own.map(([, weeks]) => weeks)), waveWeeks: new Map(own) };
}
