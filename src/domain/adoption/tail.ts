import { isEarlyAdopter, firstIndependent } from "./independence";
import { startOf } from "./clock";
import type { CohortClock } from "./cohort";
import type { Candidate, PersonFacts } from "./facts";

/** Somebody who has started and does not work on their own yet. */
export interface Waiting {
  readonly person: PersonFacts;
  readonly waitingDays: number;
  readonly lastTried: Candidate | null;
}

/** M41: the long tail, the longest wait first. Whoever left waits for nothing. */
export function waitingTail(people: readonly PersonFacts[], clock: CohortClock): readonly Waiting[] {
  const { cut, rule, days } = clock;
  return people
    .flatMap((person): Waiting[] => {
      const start = startOf(person, clock);
      if (start === null || start > cut || (person.leftAt !== null && person.leftAt <= cut)) return [];
      const first = firstIndependent(person, start, rule);
      if (isEarlyAdopter(person, start, rule) || (first !== null && first <= cut)) return [];
      const tried = person.candidates.filter(({ kind, at }) => kind === "transaction" && at <= cut);
      return [{ person, waitingDays: days(start, cut), lastTried: tried.at(-1) ?? null }];
    })
    .toSorted((a, b) => b.waitingDays - a.waitingDays || a.person.person - b.person.person);
}
