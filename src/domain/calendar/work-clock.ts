import type { Calendar, WorkingCalendar } from "./calendar";
import { buildTimetable } from "./timetable";
import type { Timetable } from "./timetable";

/**
 * Counts working time. Instants are whole minutes since 1970; `worked` numbers the working minutes, so that adding work is
 * an addition. The end of one shift and the start of the next have the same number: `finishAt` gives the end,
 * `startAt` the next start.
 */
export interface WorkClock {
  worked(minute: number): number;
  startAt(worked: number): number;
  finishAt(worked: number): number;
}

/** Beyond this many days from the first instant asked for, something is wrong with the plan, not with the clock. */
const horizonDays = 500_000;

export function workClock(calendar: Calendar): WorkClock {
  if (calendar.kind === "continuous") {
    return { worked: (minute) => minute, startAt: (worked) => worked, finishAt: (worked) => worked };
  }
  const cover = growing(calendar);
  let table: Timetable | null = null;
  return {
    worked(minute) {
      let now = table;
      while (now === null || minute < now.firstMinute || minute >= now.lastMinute) table = now = cover(minute);
      let segment = now.byMinute[(minute - now.firstMinute) >> now.minuteShift]!;
      while (now.start[segment + 1]! <= minute) segment += 1;
      const start = now.start[segment]!;
      const length = now.before[segment + 1]! - now.before[segment]!;
      return now.before[segment]! + (minute - start < length ? minute - start : length);
    },
    startAt(worked) {
      const now = covering(worked);
      let segment = now.byWork[(worked - now.firstWork) >> now.workShift]!;
      while (now.before[segment + 1]! <= worked) segment += 1;
      return now.start[segment]! + worked - now.before[segment]!;
    },
    finishAt(worked) {
      const now = covering(worked);
      let segment = now.byWork[(worked - now.firstWork) >> now.workShift]!;
      while (now.before[segment + 1]! < worked) segment += 1;
      if (now.before[segment] === worked) segment -= 1;
      return now.start[segment]! + worked - now.before[segment]!;
    },
  };

  function covering(worked: number): Timetable {
    let now = table ?? cover(0);
    while (worked <= now.firstWork) now = cover(now.firstMinute - 1);
    while (worked >= now.lastWork) now = cover(now.lastMinute);
    return (table = now);
  }
}

/** At least doubles the days covered until the minute asked for lies among them; the numbers already given stay. */
function growing(calendar: WorkingCalendar): (minute: number) => Timetable {
  let table: Timetable | null = null;
  let origin = 0;
  return (minute) => {
    const day = Math.floor(minute / 1440);
    if (table === null) {
      origin = day;
      return (table = buildTimetable(calendar, { first: day - 30, last: day + 370, origin }));
    }
    const { firstDay, lastDay } = table;
    const more = Math.max(firstDay - day, day - lastDay, 0) + lastDay - firstDay;
    if (more > horizonDays) throw new RangeError("The schedule runs over more than a thousand years.");
    const first = minute < table.firstMinute ? firstDay - more : firstDay;
    const last = minute >= table.lastMinute ? lastDay + more : lastDay;
    return (table = buildTimetable(calendar, { first, last, origin }));
  };
}

/** The instant itself when it is working time, else the next start of work. */
export function nextStart(clock: WorkClock, minute: number): number {
  return clock.startAt(clock.worked(minute));
}

/** The instant itself when work happens up to it, else the end of the last work before it. */
export function lastFinish(clock: WorkClock, minute: number): number {
  return clock.finishAt(clock.worked(minute));
}

/** Work added to an instant; the result is where that work ends, or for negative work where it would have to start. */
export function addWork(clock: WorkClock, minute: number, work: number): number {
  if (work === 0) return minute;
  const worked = clock.worked(minute) + work;
  return work > 0 ? clock.finishAt(worked) : clock.startAt(worked);
}
