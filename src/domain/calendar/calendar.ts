import { dayNumber, isDay, weekdayOf } from "./day";
import type { Day } from "./day";
import type { WorkLengths } from "./duration";
import { isZone } from "./zone";

/** Part of a working day, in minutes past midnight; `to` may pass 1,440 into the next day. */
export interface Shift {
  readonly from: number;
  readonly to: number;
}

/** When work happens. In a continuous calendar every minute counts, and a day has 24 hours. */
export type Calendar = ContinuousCalendar | WorkingCalendar;

export interface ContinuousCalendar extends WorkLengths {
  readonly kind: "continuous";
  readonly zone: string;
}

export interface WorkingCalendar extends WorkLengths {
  readonly kind: "working";
  readonly zone: string;
  /** The shifts of Monday first, Sunday last. */
  readonly week: readonly (readonly Shift[])[];
  /** Days that differ from their weekday: none for a holiday, others for a Saturday worked. */
  readonly exceptions: ReadonlyMap<Day, readonly Shift[]>;
}

export function continuousCalendar(zone: string): ContinuousCalendar {
  return { kind: "continuous", zone, dayMinutes: 1440, weekMinutes: 10_080 };
}

/** A calendar as plan files spell it. */
export interface CalendarWords {
  readonly zone: string;
  /** `mon` to `sun`. */
  readonly days: readonly string[];
  /** `08:00-12:00`; past midnight, `22:00-06:00`, belongs to the day on which it starts. */
  readonly hours: readonly string[];
  readonly holidays: readonly Day[];
}

export type CalendarReading =
  | { readonly kind: "calendar"; readonly calendar: WorkingCalendar }
  | { readonly kind: "unreadable"; readonly reason: string };

const dayWords = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

export function readCalendar(words: CalendarWords): CalendarReading {
  const shifts = words.hours.map(findShift);
  const reason = reasonAgainst(words, shifts);
  if (reason !== null) return { kind: "unreadable", reason };
  const sorted = shifts.flatMap((shift) => shift ?? []).toSorted((a, b) => a.from - b.from);
  const week = dayWords.map((word) => (words.days.includes(word) ? sorted : []));
  const dayMinutes = lengthOf(sorted);
  const exceptions = new Map(words.holidays.map((day) => [day, []]));
  const weekMinutes = dayMinutes * new Set(words.days).size;
  return {
    kind: "calendar",
    calendar: { kind: "working", zone: words.zone, week, exceptions, dayMinutes, weekMinutes },
  };
}

function reasonAgainst(words: CalendarWords, shifts: readonly (Shift | null)[]): string | null {
  const strangeDay = words.days.find((day) => !dayWords.includes(day));
  const strangeHoliday = words.holidays.find((day) => !isDay(day));
  const sorted = shifts.flatMap((shift) => shift ?? []).toSorted((a, b) => a.from - b.from);
  const isOverlapping = sorted.some((shift, place) => place > 0 && shift.from < sorted[place - 1]!.to);
  if (!isZone(words.zone)) return `"${words.zone}" is not a time zone such as Europe/London.`;
  if (strangeDay !== undefined) return `"${strangeDay}" is not a weekday: mon, tue, wed, thu, fri, sat or sun.`;
  if (strangeHoliday !== undefined) return `The holiday "${strangeHoliday}" is not a day such as 2026-04-03.`;
  if (shifts.includes(null)) return `"${words.hours[shifts.indexOf(null)]}" are not hours such as 08:00-12:00.`;
  if (isOverlapping) return `The hours ${words.hours.join(", ")} overlap.`;
  if (words.days.length === 0 || sorted.length === 0) return "The calendar has no working time.";
  return null;
}

function findShift(text: string): Shift | null {
  const parts = /^\s*(\d{1,2}):(\d{2})\s*[-–]\s*(\d{1,2}):(\d{2})\s*$/.exec(text);
  if (!parts) return null;
  const [fromHour, fromMinute, toHour, toMinute] = parts.slice(1).map(Number);
  const from = fromHour! * 60 + fromMinute!;
  const to = toHour! * 60 + toMinute!;
  if (fromMinute! > 59 || toMinute! > 59 || from >= 1440 || to > 1440 || from === to) return null;
  return { from, to: to > from ? to : to + 1440 };
}

function lengthOf(shifts: readonly Shift[]): number {
  return shifts.reduce((sum, shift) => sum + shift.to - shift.from, 0);
}

/** The shifts that start on a day. */
export function shiftsOn(calendar: WorkingCalendar, day: Day): readonly Shift[] {
  return calendar.exceptions.get(day) ?? calendar.week[weekdayOf(dayNumber(day)) - 1]!;
}
