import { addDays, dayNumber, weekdayOf } from "#domain/calendar/day";
import type { Day } from "#domain/calendar/day";
import { weekOfDay } from "#domain/calendar/week";
import type { WorkedWeek } from "./facts";

/** When each person worked, by day. */
export interface Work {
  /** In how many hours of the day the person made a transaction; 0 where none is known. */
  readonly hours: (person: number, day: Day) => number;
}

export function workOf(weeks: readonly WorkedWeek[]): Work {
  const held = new Map(weeks.map(({ person, week, hours }) => [`${week} ${person}`, hours]));
  return {
    hours: (person, day) => {
      const number = dayNumber(day);
      return bits(held.get(`${weekOfDay(day)} ${person}`)?.[weekdayOf(number) - 1] ?? 0);
    },
  };
}

export function daysFromTo(first: Day, last: Day): readonly Day[] {
  return Array.from({ length: Math.max(0, dayNumber(last) - dayNumber(first) + 1) }, (_, at) => addDays(first, at));
}

/** W1: the third week of a wave: days 15 to 21, its go-live being day 1. */
export function weekThree(goLive: Day): { readonly first: Day; readonly last: Day } {
  return { first: addDays(goLive, 14), last: addDays(goLive, 20) };
}

/** The last seven days over before the day of the cut, of which not everything may have been reported. */
export function latestDays(cutDay: Day): readonly Day[] {
  return daysFromTo(addDays(cutDay, -7), addDays(cutDay, -1));
}

function bits(mask: number): number {
  let count = 0;
  for (let left = mask; left > 0; left &= left - 1) count += 1;
  return count;
}
