import { addDays, addMonths, dayNumber, weekdayOf } from "#domain/calendar/day";
import type { Element } from "./xml-tree";
import { numberOf } from "./xml-tree";

/** Longer than this no exception is a holiday, and no recurrence worth following. */
const maxDays = 18_300;

interface Recurrence {
  readonly from: string;
  readonly to: string;
  /** Every so many days, weeks or months. */
  readonly period: number;
  readonly most: number;
}

/**
 * The days of an exception of a calendar. The period of a recurring one spans its first and last day, not every day between.
 * Types, bits and positions are those of the MSPDI schema: 1 consecutive days, 2 and 3 yearly, 4 and 5 monthly, 6 weekly, 7 every so
 * many days, 8 every so many weekdays.
 */
export function exceptionDays(exception: Element, from: string, to: string): readonly string[] {
  const isCounted = numberOf(exception, "EnteredByOccurrences") === 1;
  const occurrences = numberOf(exception, "Occurrences") ?? 0;
  const recurrence: Recurrence = {
    from,
    to: dayNumber(to) - dayNumber(from) > maxDays ? addDays(from, maxDays) : to,
    period: Math.max(1, numberOf(exception, "Period") ?? 1),
    most: isCounted && occurrences > 0 ? occurrences : Number.POSITIVE_INFINITY,
  };
  const days = daysOf(exception, recurrence);
  return days.filter((day) => day >= from && day <= recurrence.to).slice(0, recurrence.most);
}

function daysOf(exception: Element, recurrence: Recurrence): readonly string[] {
  const monthDay = numberOf(exception, "MonthDay") ?? 1;
  const month = (numberOf(exception, "Month") ?? 0) + 1;
  const placed = { item: numberOf(exception, "MonthItem") ?? 0, position: numberOf(exception, "MonthPosition") ?? 0 };
  switch (numberOf(exception, "Type") ?? 1) {
    case 2:
      return months(recurrence, 12, month).flatMap((first) => dateIn(first, monthDay));
    case 3:
      return months(recurrence, 12, month).flatMap((first) => placeIn(first, placed));
    case 4:
      return months(recurrence, recurrence.period, null).flatMap((first) => dateIn(first, monthDay));
    case 5:
      return months(recurrence, recurrence.period, null).flatMap((first) => placeIn(first, placed));
    case 6:
      return weekly(recurrence, numberOf(exception, "DaysOfWeek") ?? 0);
    case 7:
      return spread(recurrence, recurrence.period);
    case 8:
      return spread(recurrence, 1)
        .filter((day) => weekdayOf(dayNumber(day)) <= 5)
        .filter((_, at) => at % recurrence.period === 0);
    default:
      return spread(recurrence, 1);
  }
}

function spread({ from, to }: Recurrence, step: number): readonly string[] {
  const count = Math.floor((dayNumber(to) - dayNumber(from)) / step) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, at) => addDays(from, at * step));
}

/** Weeks are counted from the Sunday on or before the first day; the bits run from Sunday, 1, to Saturday, 64. */
function weekly(recurrence: Recurrence, bits: number): readonly string[] {
  const sunday = dayNumber(recurrence.from) - (weekdayOf(dayNumber(recurrence.from)) % 7);
  return spread(recurrence, 1).filter((day) => {
    const since = dayNumber(day) - sunday;
    return Math.floor(since / 7) % recurrence.period === 0 && (bits & (1 << (since % 7))) !== 0;
  });
}

/** First days of months, from the first month or the first such month of a year. */
function months({ from, to }: Recurrence, step: number, month: number | null): readonly string[] {
  const start = month === null ? `${from.slice(0, 7)}-01` : `${from.slice(0, 4)}-${String(month).padStart(2, "0")}-01`;
  const found: string[] = [];
  for (let first = start; first <= to; first = addMonths(first, step)) found.push(first);
  return found;
}

function dateIn(first: string, date: number): readonly string[] {
  const day = addDays(first, date - 1);
  return day.slice(0, 7) === first.slice(0, 7) ? [day] : [];
}

/** The first to fourth, or last, day, weekday, weekend day or named day of a month. */
function placeIn(
  first: string,
  { item, position }: { readonly item: number; readonly position: number },
): readonly string[] {
  const all = Array.from({ length: 31 }, (_, at) => addDays(first, at)).filter((day) =>
    day.startsWith(first.slice(0, 7)),
  );
  const such = all.filter((day) => isItem(weekdayOf(dayNumber(day)), item));
  const day = position >= 4 ? such.at(-1) : such[position];
  return day === undefined ? [] : [day];
}

function isItem(weekday: number, item: number): boolean {
  if (item === 0) return true;
  if (item === 1) return weekday <= 5;
  if (item === 2) return weekday > 5;
  return weekday % 7 === item - 3;
}
