/** A calendar day as people write it, `2026-03-02`; it has no hour and no zone. Two of them compare as text. */
export type Day = string;

/** 1 is Monday, 7 Sunday, as ISO 8601 numbers them. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether the text is a day that exists: `2026-02-29` is not. */
export function isDay(text: string): boolean {
  const number = findNumber(text);
  return number !== null && dayOf(number) === text;
}

/** Days since 1 January 1970, so that distances are subtractions. */
export function dayNumber(day: Day): number {
  const number = findNumber(day);
  if (number === null || dayOf(number) !== day) throw new RangeError(`"${day}" is not a day such as 2026-03-02.`);
  return number;
}

function findNumber(text: string): number | null {
  const parts = pattern.exec(text);
  return parts && numberOf(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

/**
 * Counts in years that start on 1 March, so that the leap day comes last; 146,097 days make 400 years.
 * Source: E. G. Richards, "Mapping Time", 1998, on the Julian day number.
 */
function numberOf(year: number, month: number, date: number): number {
  const marchYear = month > 2 ? year : year - 1;
  const monthFromMarch = (month + 9) % 12;
  const leaps = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leaps + Math.floor((153 * monthFromMarch + 2) / 5) + date - 719469;
}

export function dayOf(number: number): Day {
  const { year, month, date } = partsOf(number);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`;
}

function partsOf(number: number): { year: number; month: number; date: number } {
  const shifted = number + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = ((monthFromMarch + 2) % 12) + 1;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, date: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1 };
}

export function addDays(day: Day, count: number): Day {
  return dayOf(dayNumber(day) + count);
}

/** The same date `count` months on, or the last of that month where it has no such date: 30 November + 3 is 28 February. */
export function addMonths(day: Day, count: number): Day {
  const { year, month, date } = partsOf(dayNumber(day));
  const months = year * 12 + month - 1 + count;
  const first = numberOf(Math.floor(months / 12), (months % 12) + 1, 1);
  const next = numberOf(Math.floor((months + 1) / 12), ((months + 1) % 12) + 1, 1);
  return dayOf(Math.min(first + date - 1, next - 1));
}

/** How many days from `from` to `to`; negative when `to` comes first. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** 1 January 1970 was a Thursday. */
export function weekdayOf(number: number): Weekday {
  return weekdays[(((number + 3) % 7) + 7) % 7]!;
}

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

function pad(value: number, width: number): string {
  return String(value).padStart(width, "0");
}
