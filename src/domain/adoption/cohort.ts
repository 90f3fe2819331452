import type { PersonFacts } from "./facts";
import { firstIndependent, isEarlyAdopter } from "./independence";
import type { IndependenceRule } from "./independence";

const day = 86_400_000;

export interface CohortClock {
  /** Go-live of each wave; a wave without one has not started. */
  readonly goLive: Readonly<Record<string, number>>;
  /** The last complete ingestion: people are watched up to here, not up to now. */
  readonly cut: number;
  readonly rule: IndependenceRule;
}

/** Times in days from each person's start, as the survival functions take them: 1 independent, 0 still waiting, 2 left. */
export interface Cohort {
  readonly time: Float64Array;
  readonly status: Uint8Array;
  readonly department: readonly (string | null)[];
  readonly earlyAdopters: number;
  /** People whose wave is not live at the cut, or who belong to none. */
  readonly notStarted: number;
}

type Outcome =
  | { readonly kind: "watched"; readonly days: number; readonly status: 0 | 1 | 2 }
  | { readonly kind: "early" | "not-started" };

/** A4: one row a person of a live wave, from `max(go-live, access)` to the first independent transaction, departure or the cut. */
export function cohort(people: readonly PersonFacts[], clock: CohortClock): Cohort {
  const time: number[] = [];
  const status: number[] = [];
  const department: (string | null)[] = [];
  const aside = { early: 0, "not-started": 0 };
  for (const person of people) {
    const outcome = outcomeOf(person, clock);
    if (outcome.kind !== "watched") {
      aside[outcome.kind] += 1;
      continue;
    }
    time.push(outcome.days);
    status.push(outcome.status);
    department.push(person.department);
  }
  return {
    time: Float64Array.from(time),
    status: Uint8Array.from(status),
    department,
    earlyAdopters: aside.early,
    notStarted: aside["not-started"],
  };
}

function outcomeOf(person: PersonFacts, { goLive, cut, rule }: CohortClock): Outcome {
  const live = person.wave === null ? undefined : goLive[person.wave];
  if (live === undefined) return { kind: "not-started" };
  const start = Math.max(live, person.accessAt ?? live);
  if (start > cut || (person.leftAt !== null && person.leftAt <= start)) return { kind: "not-started" };
  if (isEarlyAdopter(person, start, rule)) return { kind: "early" };
  const independent = firstIndependent(person, start, rule);
  if (independent !== null && independent <= cut && independent <= (person.leftAt ?? cut)) {
    return { kind: "watched", days: (independent - start) / day, status: 1 };
  }
  const left = person.leftAt !== null && person.leftAt <= cut;
  return { kind: "watched", days: ((left ? person.leftAt : cut) - start) / day, status: left ? 2 : 0 };
}
