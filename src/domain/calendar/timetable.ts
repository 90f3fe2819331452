import type { Shift, WorkingCalendar } from "./calendar";
import { dayNumber, weekdayOf } from "./day";
import { instantOfMinute, offsetsOf } from "./zone";

/**
 * Every stretch of work between two days, as whole minutes since 1970, with the working minutes before each. Two indexes
 * lead from any minute and from any count of work to the stretch, so that neither way needs a search.
 */
export interface Timetable {
  readonly firstDay: number;
  readonly lastDay: number;
  readonly firstMinute: number;
  readonly lastMinute: number;
  readonly firstWork: number;
  readonly lastWork: number;
  /** Where each stretch starts; one entry more, infinite, ends the walk. */
  readonly start: Float64Array;
  /** Working minutes before each stretch; one entry more holds the total. */
  readonly before: Float64Array;
  /** Both buckets are powers of two, and small enough a range that a shift divides. */
  readonly minuteShift: number;
  readonly byMinute: Int32Array;
  readonly workShift: number;
  readonly byWork: Int32Array;
}

/** Wide enough to keep the indexes small, narrow enough that a bucket holds one or two stretches. */
const minuteShift = 9;
const workShift = 8;

export function buildTimetable(
  calendar: WorkingCalendar,
  days: { first: number; last: number; origin: number },
): Timetable {
  const stretches = listStretches(calendar, days);
  const count = stretches.starts.length;
  if (count === 0) throw new RangeError("The calendar has no working time.");
  const start = new Float64Array(count + 1);
  const before = new Float64Array(count + 1);
  before[0] = -stretches.workBeforeOrigin;
  stretches.starts.forEach((minute, place) => {
    start[place] = minute;
    before[place + 1] = before[place]! + stretches.ends[place]! - minute;
  });
  start[count] = Infinity;
  const firstMinute = start[0]!;
  const lastMinute = stretches.ends[count - 1]!;
  const span = { firstMinute, lastMinute, firstWork: before[0], lastWork: before[count]! };
  const byMinute = indexOf(start.subarray(0, count), firstMinute, { to: lastMinute, bucket: 2 ** minuteShift });
  const byWork = indexOf(before.subarray(0, count), span.firstWork, { to: span.lastWork, bucket: 2 ** workShift });
  return {
    firstDay: days.first,
    lastDay: days.last,
    ...span,
    start,
    before,
    minuteShift,
    byMinute,
    workShift,
    byWork,
  };
}

function listStretches(calendar: WorkingCalendar, days: { first: number; last: number; origin: number }) {
  const starts: number[] = [];
  const ends: number[] = [];
  let workBeforeOrigin = 0;
  const minuteIn = wallMinutes(calendar.zone);
  const exceptions = new Map([...calendar.exceptions].map(([day, shifts]) => [dayNumber(day), shifts]));
  for (let day = days.first; day <= days.last; day += 1) {
    const shifts: readonly Shift[] = exceptions.get(day) ?? calendar.week[weekdayOf(day) - 1]!;
    for (const shift of shifts) {
      // A night shift may reach into the next day's first one; the clock may also jump over a whole shift.
      const start = Math.max(minuteIn(day, shift.from), ends.at(-1) ?? -Infinity);
      const end = minuteIn(day, shift.to);
      if (end <= start) continue;
      starts.push(start);
      ends.push(end);
      if (day < days.origin) workBeforeOrigin += end - start;
    }
  }
  return { starts, ends, workBeforeOrigin };
}

/** Minutes since 1970 at a wall time; a day whose clocks do not change costs one question. */
function wallMinutes(zone: string): (day: number, minute: number) => number {
  const offsetAt = offsetsOf(zone);
  let [knownDay, offset, isSteady] = [NaN, 0, false];
  return (day, minute) => {
    if (day !== knownDay) {
      offset = offsetAt((day - 1) * 86_400_000);
      isSteady = offset === offsetAt((day + 3) * 86_400_000);
      knownDay = day;
    }
    if (isSteady) return day * 1440 + minute - offset / 60_000;
    return Math.floor(instantOfMinute(day, minute, offsetAt) / 60_000);
  };
}

/** For every bucket the last entry not after the bucket's start. */
function indexOf(entries: Float64Array, from: number, { to, bucket }: { to: number; bucket: number }): Int32Array {
  const index = new Int32Array(Math.floor((to - from) / bucket) + 1);
  let entry = 0;
  for (let place = 0; place < index.length; place += 1) {
    while (entry + 1 < entries.length && entries[entry + 1]! <= from + place * bucket) entry += 1;
    index[place] = entry;
  }
  return index;
}
