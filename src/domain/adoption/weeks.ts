import { addWeeks, findWeek, spellWeek } from "#domain/calendar/week";
import type { IsoWeek } from "#domain/calendar/week";
import type { WeekFacts } from "./facts";
import { addSplits, noTickets } from "./ticket-category";

/** H1: every week from `first` to `last`. One in which nobody worked and nobody asked is no week to skip: that is what giving up looks like. */
export function everyWeek(weeks: readonly WeekFacts[], first: IsoWeek, last: IsoWeek): readonly WeekFacts[] {
  const known = new Map(weeks.map((facts) => [findWeek(facts.week), facts]));
  const all: WeekFacts[] = [];
  for (let week = first; week <= last; week = addWeeks(week, 1)) {
    all.push(known.get(week) ?? emptyWeek(spellWeek(week)));
  }
  return all;
}

function emptyWeek(week: string): WeekFacts {
  return { week, active: 0, tickets: 0, split: noTickets, setAside: 0 };
}

/** M2: nobody is in two waves, so the waves add up to the plan. */
export function sumWeeks(waves: Iterable<readonly WeekFacts[]>): readonly WeekFacts[] {
  const sums = new Map<string, WeekFacts>();
  for (const each of [...waves].flat()) {
    const sum = sums.get(each.week) ?? emptyWeek(each.week);
    sums.set(each.week, {
      week: each.week,
      active: sum.active + each.active,
      tickets: sum.tickets + each.tickets,
      split: addSplits(sum.split, each.split),
      setAside: sum.setAside + each.setAside,
    });
  }
  return [...sums.values()].toSorted((a, b) => (a.week < b.week ? -1 : 1));
}
