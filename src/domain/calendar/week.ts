import { dayNumber, dayOf, weekdayOf } from "./day";
import type { Day, Weekday } from "./day";
import { instantOfMinute, offsetsOf } from "./zone";

/** An ISO week as one number that sorts: 202614 is week 14 of 2026. */
export type IsoWeek = number;

/** The ISO week and weekday in a zone at an instant: 2026-03-29T22:30Z is week 14 in Paris and week 13 in London. */
export function isoWeekOf(instant: number, zone: string): { readonly week: IsoWeek; readonly weekday: Weekday } {
  const number = Math.floor((instant + offsetsOf(zone)(instant)) / 86_400_000);
  return { week: weekOfNumber(number), weekday: weekdayOf(number) };
}

export function weekOfDay(day: Day): IsoWeek {
  return weekOfNumber(dayNumber(day));
}

/** A million events fall on a few hundred days. Forgotten once it holds more days than a rollout has. */
const known = new Map<number, IsoWeek>();
const mostKnown = 4_000;

function weekOfNumber(number: number): IsoWeek {
  const found = known.get(number);
  if (found !== undefined) return found;
  if (known.size >= mostKnown) known.clear();
  const week = weekAround(number);
  known.set(number, week);
  return week;
}

/** A week belongs to the year that holds its Thursday; the week with 4 January is the first. */
function weekAround(number: number): IsoWeek {
  const thursday = number - weekdayOf(number) + 4;
  const year = Number(dayOf(thursday).slice(0, 4));
  return year * 100 + Math.floor((thursday - dayNumber(`${dayOf(thursday).slice(0, 4)}-01-01`)) / 7) + 1;
}

/** `2026-W14`. */
export function spellWeek(week: IsoWeek): string {
  return `${String(Math.floor(week / 100)).padStart(4, "0")}-W${String(week % 100).padStart(2, "0")}`;
}

/** Reads `2026-W14`; `null` where there is no such week. */
export function findWeek(text: string): IsoWeek | null {
  const parts = /^(\d{4})-W(\d{2})$/.exec(text);
  if (!parts) return null;
  const week = Number(parts[1]) * 100 + Number(parts[2]);
  return weekOfNumber(mondayNumber(week)) === week ? week : null;
}

/** The Monday a week starts on. */
export function mondayOf(week: IsoWeek): Day {
  return dayOf(mondayNumber(week));
}

function mondayNumber(week: IsoWeek): number {
  const fourth = dayNumber(`${String(Math.floor(week / 100)).padStart(4, "0")}-01-04`);
  return fourth - weekdayOf(fourth) + 1 + ((week % 100) - 1) * 7;
}

/** The week `count` weeks on. */
export function addWeeks(week: IsoWeek, count: number): IsoWeek {
  return weekOfNumber(mondayNumber(week) + 7 * count);
}

/** When the week begins in a zone: Monday 00:00 on its clocks. */
export function weekStart(week: IsoWeek, zone: string): number {
  return instantOfMinute(mondayNumber(week), 0, offsetsOf(zone));
}

/** When a week such as `2026-W14` is over in a zone: the next Monday 00:00 on its clocks. */
export function weekEnd(text: string, zone: string): number {
  const week = findWeek(text);
  if (week === null) throw new RangeError(`"${text}" is not a week such as 2026-W14.`);
  return weekStart(addWeeks(week, 1), zone);
}
