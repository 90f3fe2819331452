import { findWeek, weekEnd, weekStart } from "#domain/calendar/week";
import { startOf } from "./clock";
import type { CountDays, Starts } from "./clock";
import type { PersonFacts } from "./facts";
import { firstIndependent, isEarlyAdopter } from "./independence";
import type { IndependenceRule } from "./independence";

export interface CohortClock extends Starts {
  /** The last complete ingestion: people are watched up to here, not up to now. */
  readonly cut: number;
  readonly rule: IndependenceRule;
  readonly days: CountDays;
}

/** Times in days from each person's start, as the survival functions take them: 1 independent, 0 still waiting, 2 left. */
export interface Cohort {
  readonly time: Float64Array;
  readonly status: Uint8Array;
  readonly wave: readonly string[];
  readonly department: readonly (string | null)[];
  readonly earlyAdopters: number;
  /** People whose wave is not live at the cut, or who belong to none. */
  readonly notStarted: number;
}

interface Watched {
  readonly kind: "watched";
  readonly days: number;
  readonly status: 0 | 1 | 2;
}

type Outcome = Watched | { readonly kind: "early" | "not-started" };

/** A4: one row a person of a live wave, from the start of their clock to the first independent transaction, departure or the cut. */
export function cohort(people: readonly PersonFacts[], clock: CohortClock): Cohort {
  const watched: Watched[] = [];
  const rows: PersonFacts[] = [];
  const aside = { early: 0, "not-started": 0 };
  for (const person of people) {
    const outcome = outcomeOf(person, clock);
    if (outcome.kind !== "watched") {
      aside[outcome.kind] += 1;
      continue;
    }
    watched.push(outcome);
    rows.push(person);
  }
  return {
    time: Float64Array.from(watched, ({ days }) => days),
    status: Uint8Array.from(watched, ({ status }) => status),
    wave: rows.map(({ wave }) => wave ?? ""),
    department: rows.map(({ department }) => department),
    earlyAdopters: aside.early,
    notStarted: aside["not-started"],
  };
}

export function partOfCohort(
  { time, status, wave, department }: Cohort,
  isIn: (at: number) => boolean,
): Pick<Cohort, "time" | "status" | "wave" | "department"> {
  return {
    time: time.filter((_, at) => isIn(at)),
    status: status.filter((_, at) => isIn(at)),
    wave: wave.filter((_, at) => isIn(at)),
    department: department.filter((_, at) => isIn(at)),
  };
}

/** How many had started by the end of a week and were there for some of it, early adopters too: whoever could have been at work. */
export function eligibleIn(
  week: string,
  people: readonly PersonFacts[],
  { clock, zone }: { clock: Starts; zone: string },
): number {
  const end = weekEnd(week, zone);
  const begin = weekStart(findWeek(week)!, zone);
  return people.filter((person) => {
    const start = startOf(person, clock);
    return start !== null && start < end && (person.leftAt === null || person.leftAt > Math.max(start, begin));
  }).length;
}

function outcomeOf(person: PersonFacts, clock: CohortClock): Outcome {
  const { cut, rule, days } = clock;
  const start = startOf(person, clock);
  if (start === null || start > cut || (person.leftAt !== null && person.leftAt <= start)) {
    return { kind: "not-started" };
  }
  if (isEarlyAdopter(person, start, rule)) return { kind: "early" };
  const independent = firstIndependent(person, start, rule);
  if (independent !== null && independent <= cut && independent <= (person.leftAt ?? cut)) {
    return { kind: "watched", days: days(start, independent), status: 1 };
  }
  const left = person.leftAt !== null && person.leftAt <= cut;
  return { kind: "watched", days: days(start, left ? person.leftAt : cut), status: left ? 2 : 0 };
}
