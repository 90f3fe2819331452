import { addWeeks, findWeek, spellWeek } from "#domain/calendar/week";
import type { IsoWeek } from "#domain/calendar/week";
import type { WeekFacts } from "./facts";

/** H1: every week from `first` to `last`. One in which nobody worked and nobody asked is no week to skip: that is what giving up looks like. */
export function everyWeek(weeks: readonly WeekFacts[], first: IsoWeek, last: IsoWeek): readonly WeekFacts[] {
  const known = new Map(weeks.map((facts) => [findWeek(facts.week), facts]));
  const all: WeekFacts[] = [];
  for (let week = first; week <= last; week = addWeeks(week, 1)) {
    all.push(known.get(week) ?? { week: spellWeek(week), active: 0, tickets: 0 });
  }
  return all;
}

/** M2: nobody is in two waves, so the waves add up to the plan. */
export function sumWeeks(waves: Iterable<readonly WeekFacts[]>): readonly WeekFacts[] {
  const sums = new Map<string, WeekFacts>();
  for (const { week, active, tickets } of [...waves].flat()) {
    const sum = sums.get(week) ?? { week, active: 0, tickets: 0 };
    sums.set(week, { week, active: sum.active + active, tickets: sum.tickets + tickets });
  }
  return [...sums.values()].toSorted((a, b) => (a.week < b.week ? -1 : 1));
}
