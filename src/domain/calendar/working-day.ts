import { shiftsOn } from "./calendar";
import type { Calendar } from "./calendar";
import { addDays, addMonths } from "./day";
import type { Day } from "./day";
import type { Duration } from "./duration";

export function isWorkingDay(calendar: Calendar, day: Day): boolean {
  return calendar.kind === "continuous" || shiftsOn(calendar, day).length > 0;
}

/** A calendar that never works would search for ever; ten years without a working day is none. */
const farthest = 3660;

/** The day itself if work happens on it, else the next one on which it does. */
export function nextWorkingDay(calendar: Calendar, day: Day): Day {
  return search(calendar, day, 1);
}

/** The `count`-th working day after a day, or before it for a negative count; 0 is the day itself or the next working day. */
export function addWorkingDays(calendar: Calendar, day: Day, count: number): Day {
  if (calendar.kind === "continuous") return addDays(day, count);
  if (count === 0) return nextWorkingDay(calendar, day);
  const by = Math.sign(count);
  let at = day;
  for (let left = Math.abs(count); left > 0; left -= 1) at = search(calendar, addDays(at, by), by);
  return at;
}

function search(calendar: Calendar, from: Day, by: number): Day {
  let day = from;
  for (let count = 0; count < farthest; count += 1) {
    if (isWorkingDay(calendar, day)) return day;
    day = addDays(day, by);
  }
  throw new RangeError(`The calendar has no working day near ${from}.`);
}

/** A day counted from an anchor: working weeks and days skip what is off, elapsed days do not. Hours have no place here. */
export function dayFrom(calendar: Calendar, anchor: Day, offset: Duration): Day | null {
  const weekDays = calendar.kind === "continuous" ? 7 : calendar.week.filter((shifts) => shifts.length > 0).length;
  const working = offset.days + offset.weeks * weekDays;
  const elapsed = offset.elapsedMinutes / 1440;
  if (offset.minutes !== 0 || !Number.isInteger(working) || !Number.isInteger(elapsed)) return null;
  const moved = addDays(anchor, elapsed);
  return working === 0 ? moved : addWorkingDays(calendar, moved, working);
}

export interface RefreshDays {
  readonly day3: Day;
  readonly week3: Day;
  readonly month3: Day;
}

/**
 * When what was learned is refreshed: three days, three weeks and three months after the trainers leave, each moved to the
 * next working day. Counted from the end of training, because that is when memory starts to fade.
 */
export function refreshDays(calendar: Calendar, trainingEnd: Day): RefreshDays {
  return {
    day3: nextWorkingDay(calendar, addDays(trainingEnd, 3)),
    week3: nextWorkingDay(calendar, addDays(trainingEnd, 21)),
    month3: nextWorkingDay(calendar, addMonths(trainingEnd, 3)),
  };
}
