import { addDays, dayNumber, dayOf, isDay, weekdayOf } from "#domain/calendar/day";
import { countedDuration, readDuration } from "./duration-words";

export interface SaidTiming {
  /** A day, a minute of one, or words that are neither. */
  readonly start: string | null;
  readonly finish: string | null;
  readonly duration: string | null;
  /** Work rather than time; better than nothing. */
  readonly estimate: string | null;
  readonly isMilestone: boolean;
}

export interface RawTiming {
  readonly start: string | null;
  readonly duration: string | null;
}

type Note = (message: string) => void;

export interface Units {
  /** What a bare number in either column counts. */
  readonly duration: string;
  readonly estimate: string;
}

/** A plan keeps a start and a length; a finish is turned into the one of them that is missing. */
export function timing(said: SaidTiming, units: Units, note: Note): RawTiming {
  const isSpanned = said.start !== null && said.finish !== null;
  const estimate =
    isSpanned || said.estimate === null
      ? null
      : (countedDuration(said.estimate, units.estimate) ?? readDuration(said.estimate));
  const start = said.start;
  const duration = lengthOf(said, units.duration) ?? estimate;
  const finish = said.finish?.slice(0, 10) ?? null;
  if (finish === null) return { start, duration };
  if (!isDay(finish)) {
    note(`"${said.finish}" is no day; the finish was left out.`);
    return { start, duration };
  }
  if (start === null) return fromFinish(finish, duration, note);
  if (duration !== null || !isDay(start.slice(0, 10))) return { start, duration };
  if (finish < start.slice(0, 10)) {
    note(`The finish ${finish} is before the start ${start.slice(0, 10)}; it was left out.`);
    return { start, duration };
  }
  note("The duration was counted in weekdays from start to finish.");
  return { start, duration: `${weekdaysBetween(start.slice(0, 10), finish)}d` };
}

function lengthOf({ duration, isMilestone }: SaidTiming, unit: string): string | null {
  const length = duration === null ? null : (countedDuration(duration, unit) ?? readDuration(duration) ?? duration);
  return isMilestone && length === null ? "0d" : length;
}

/** Counted back over weekdays; a finish alone is one day's work, as the tools draw it that let people leave out the start. */
function fromFinish(finish: string, duration: string | null, note: Note): RawTiming {
  const days = duration === null ? 1 : wholeDays(duration);
  if (days === null) {
    note(`The finish ${finish} was left out: a plan keeps when a step starts.`);
    return { start: null, duration };
  }
  let start = finish;
  for (let left = Math.max(1, days); left > 1;) {
    start = addDays(start, -1);
    if (isWeekday(start)) left -= 1;
  }
  note(`The start was counted back in weekdays from the finish ${finish}.`);
  return { start, duration: duration ?? "1d" };
}

/** No plan is longer than ten years of days. */
function wholeDays(duration: string): number | null {
  const parts = /^(\d{1,4})([dw])$/.exec(duration);
  const days = parts ? Number(parts[1]) * (parts[2] === "w" ? 5 : 1) : null;
  return days === null || days > 2600 ? null : days;
}

function weekdaysBetween(first: string, last: string): number {
  const [from, to] = [dayNumber(first), dayNumber(last)];
  const weeks = Math.floor((to - from + 1) / 7);
  let days = weeks * 5;
  for (let at = from + weeks * 7; at <= to; at++) if (weekdayOf(dayNumber(dayOf(at))) <= 5) days += 1;
  return days;
}

function isWeekday(day: string): boolean {
  return weekdayOf(dayNumber(day)) <= 5;
}
