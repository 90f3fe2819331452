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
  /** Weekdays with shifts of their own, whether or not `days` names them. */
  readonly week?: Readonly<Record<string, readonly string[]>>;
  /** Days with shifts of their own. */
  readonly exceptions?: Readonly<Record<Day, readonly string[]>>;
}

export type CalendarReading =
  | { readonly kind: "calendar"; readonly calendar: WorkingCalendar }
  | { readonly kind: "unreadable"; readonly reason: string };

const dayWords = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

export function readCalendar(words: CalendarWords): CalendarReading {
  const reason = reasonAgainst(words);
  if (reason !== null) return { kind: "unreadable", reason };
  const { zone, days, hours, holidays, week: own = {}, exceptions: special = {} } = words;
  const week = dayWords.map((word) => shiftsOf(own[word] ?? (days.includes(word) ? hours : [])));
  if (week.every((shifts) => shifts.length === 0)) {
    return { kind: "unreadable", reason: "The calendar has no working time." };
  }
  const off = holidays.map((day): [Day, readonly Shift[]] => [day, []]);
  const exceptions = new Map([...off, ...Object.entries(special).map(([day, said]) => [day, shiftsOf(said)] as const)]);
  const weekMinutes = week.reduce((sum, shifts) => sum + lengthOf(shifts), 0);
  // A day of work is a usual day; where only weekdays of their own are worked, it is the longest of them.
  const dayMinutes = days.length > 0 ? lengthOf(shiftsOf(hours)) : Math.max(...week.map(lengthOf));
  return { kind: "calendar", calendar: { kind: "working", zone, week, exceptions, dayMinutes, weekMinutes } };
}

function reasonAgainst({ zone, days, hours, holidays, week = {}, exceptions = {} }: CalendarWords): string | null {
  const strangeDay = [...days, ...Object.keys(week)].find((day) => !dayWords.includes(day));
  const strangeHoliday = [...holidays, ...Object.keys(exceptions)].find((day) => !isDay(day));
  if (!isZone(zone)) return `"${zone}" is not a time zone such as Europe/London.`;
  if (strangeDay !== undefined) return `"${strangeDay}" is not a weekday: mon, tue, wed, thu, fri, sat or sun.`;
  if (strangeHoliday !== undefined) return `The holiday "${strangeHoliday}" is not a day such as 2026-04-03.`;
  const reason = [hours, ...Object.values(week), ...Object.values(exceptions)]
    .map(reasonAgainstHours)
    .find((found) => found !== null);
  if (reason !== undefined) return reason;
  return days.length > 0 && hours.length === 0 ? "The calendar has no working time." : null;
}

function reasonAgainstHours(hours: readonly string[]): string | null {
  const strange = hours.find((text) => findShift(text) === null);
  if (strange !== undefined) return `"${strange}" are not hours such as 08:00-12:00.`;
  const sorted = shiftsOf(hours);
  const isOverlapping = sorted.some((shift, place) => place > 0 && shift.from < sorted[place - 1]!.to);
  return isOverlapping ? `The hours ${hours.join(", ")} overlap.` : null;
}

function shiftsOf(hours: readonly string[]): readonly Shift[] {
  return hours.flatMap((text) => findShift(text) ?? []).toSorted((a, b) => a.from - b.from);
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
