import { dayNumber, isDay, weekdayOf } from "#domain/calendar/day";
import { dayOf } from "#domain/calendar/day";

export type DayOrder = "day-first" | "month-first";

/** Three numbers with the same mark between them, a weekday before and a time behind where there are. */
const slashed = /^(?:(\p{L}{2,10})[.,]?\s+)?(\d{1,2})([./-])(\d{1,2})\3(\d{4}|\d{2})(?:[ T,]+(.+))?$/u;
const dayMonth =
  /^(?:\p{L}{2,10}[.,]?\s+)?(\d{1,2})(?:st|nd|rd|th|\.)?[\s/-]+(\p{L}{3,9})\.?,?[\s/-]+'?(\d{4}|\d{2})(?:[ T,]+(.+))?$/u;
const monthDay =
  /^(?:\p{L}{2,10}[.,]?\s+)?(\p{L}{3,9})\.?[\s/-]+(\d{1,2})(?:st|nd|rd|th)?,?[\s/-]+'?(\d{4}|\d{2})(?:[ T,]+(.+))?$/u;
const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]+(\d{1,2}:\d{2}.*))?$/;
const clock =
  /^(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?\s*(?:([ap])\.?m\.?)?\s*(?:uhr|z|utc|gmt)?\s*(?:[+-]\d{1,2}(?::?\d{2})?)?$/iu;

/** Longer than this is a sentence, not a day. */
const longest = 60;

/** A day in any of the usual spellings as `2026-03-02`, with its minute where one is said; null when it is no day. */
export function readDay(text: string, order: DayOrder): string | null {
  const said = text.trim();
  if (said.length > longest) return null;
  const parts = splitDay(said, order);
  if (parts === null) return serialDay(said);
  const [year, month, day, time] = parts;
  const found = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const minute = time === undefined ? "" : readClock(time);
  return isDay(found) && minute !== null ? `${found}${minute === "" ? "" : `T${minute}`}` : null;
}

type DayParts = readonly [year: string, month: string, day: string, time: string | undefined];

function splitDay(said: string, order: DayOrder): DayParts | null {
  const [, year, month, day, time] = iso.exec(said) ?? [];
  if (year && month && day) return [year, month, day, time];
  const numbers = slashed.exec(said);
  if (numbers) {
    const [, , first = "", mark, second = "", years = "", clock] = numbers;
    return order === "month-first" && mark !== "." ? [years, first, second, clock] : [years, second, first, clock];
  }
  const [, dayFirst = "", name = "", years = "", late] = dayMonth.exec(said) ?? [];
  if (monthOf(name) !== null) return [years, monthOf(name) ?? "", dayFirst, late];
  const [, word = "", dayNext = "", year2 = "", time2] = monthDay.exec(said) ?? [];
  return monthOf(word) === null ? null : [year2, monthOf(word) ?? "", dayNext, time2];
}

/** English, German, French and Spanish names and their short forms. */
const months = [
  /^(jan|ene)/,
  /^(feb|fév|fev)/,
  /^(mar|mär|mrz)/,
  /^(apr|avr|abr)/,
  /^(may|mai)/,
  /^(jun|juin)/,
  /^(jul|juil)/,
  /^(aug|août|aou|ago)/,
  /^(sep|set)/,
  /^(oct|okt)/,
  /^nov/,
  /^(dec|dez|déc|dic)/,
];

function monthOf(word: string): string | null {
  const said = word.toLowerCase();
  const at = months.findIndex((month) => month.test(said));
  return at === -1 ? null : String(at + 1);
}

/** `08:00`; empty for midnight, which spreadsheets write behind every day, and for ClickUp's four in the morning; null for what is no time. */
function readClock(text: string): string | null {
  if (/^0?4:00:00 am gmt/i.test(text.trim())) return "";
  const parts = clock.exec(text.trim());
  if (!parts) return null;
  const [, hours = "", minutes = "", half] = parts;
  const plain = Number(hours);
  const hour = half === undefined ? plain : (plain % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  if (hour > 23 || Number(minutes) > 59) return null;
  return hour === 0 && minutes === "00" ? "" : `${String(hour).padStart(2, "0")}:${minutes}`;
}

/** A spreadsheet that lost the format of a cell shows a day as its number: days since 1899-12-30. Milliseconds are ClickUp's. */
function serialDay(said: string): string | null {
  if (/^\d{13}$/.test(said)) return new Date(Number(said)).toISOString().slice(0, 10);
  const [, serial, part = "0"] = /^(\d{5})(?:\.(\d{0,12}))?$/.exec(said) ?? [];
  if (serial === undefined || Number(serial) < 30_000 || Number(serial) > 80_000) return null;
  const minutes = Math.round(Number(`0.${part}`) * 1440);
  const day = dayOf(dayNumber("1899-12-30") + Number(serial) + Math.floor(minutes / 1440));
  return minutes % 1440 === 0 ? day : `${day}T${clockOf(minutes % 1440)}`;
}

function clockOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

export interface DayCell {
  readonly text: string;
  readonly line: number;
}

/** One row's start and finish. */
export interface DayRow {
  readonly start: string;
  readonly finish: string;
  readonly line: number;
}

export type FoundOrder =
  | { readonly kind: "clear"; readonly order: DayOrder }
  /** Both readings make sense, and they differ. */
  | { readonly kind: "unclear"; readonly samples: readonly DayCell[] };

/** Which number is the day, from all days of a table together: a number above 12, a weekday, or a finish before its start settles it. */
export function dayOrder(rows: readonly DayRow[], headings: readonly string[]): FoundOrder {
  const cells = rows.flatMap(({ start, finish, line }) => [
    { text: start.trim(), line },
    { text: finish.trim(), line },
  ]);
  const open = cells.filter(({ text }) => isOpen(text));
  if (open.length === 0) return { kind: "clear", order: "day-first" };
  const told = headings.map(orderInHeading).find((order) => order !== null);
  if (told) return { kind: "clear", order: told };
  const faults = { "day-first": 0, "month-first": 0 };
  for (const order of ["day-first", "month-first"] as const)
    faults[order] =
      open.filter(({ text }) => isWrong(text, order)).length + rows.filter((row) => isBackwards(row, order)).length;
  if (faults["day-first"] !== faults["month-first"])
    return { kind: "clear", order: faults["day-first"] < faults["month-first"] ? "day-first" : "month-first" };
  const differing = open.filter(({ text }) => readDay(text, "day-first") !== readDay(text, "month-first"));
  return differing.length === 0 ? { kind: "clear", order: "day-first" } : { kind: "unclear", samples: differing };
}

/** Dots are never month first. */
function isOpen(text: string): boolean {
  const parts = text.length > longest ? null : slashed.exec(text);
  return parts !== null && parts[3] !== ".";
}

function orderInHeading(heading: string): DayOrder | null {
  if (/\bd{1,2}[/-]m{1,4}[/-]y/i.test(heading)) return "day-first";
  return /\bm{1,4}[/-]d{1,2}[/-]y/i.test(heading) ? "month-first" : null;
}

/** Two letters tell; what means two days in two languages speaks against neither. */
const weekdays = [/^(mo|lu)/, /^(tu|di|ma)/, /^(we|mi|me)/, /^(th|do|je|ju)/, /^(fr|ve|vi)/, /^(sa)/, /^(su|so|do|di)/];

/** No day at all, or not the weekday it says it is. */
function isWrong(text: string, order: DayOrder): boolean {
  const day = readDay(text, order)?.slice(0, 10);
  if (day === undefined) return true;
  const word = slashed.exec(text)?.[1]?.toLowerCase() ?? "";
  const said = weekdays.filter((weekday) => weekday.test(word));
  return said.length > 0 && weekdays[weekdayOf(dayNumber(day)) - 1]?.test(word) === false;
}

function isBackwards({ start, finish }: DayRow, order: DayOrder): boolean {
  const [from, to] = [readDay(start, order), readDay(finish, order)];
  return from !== null && to !== null && to.slice(0, 10) < from.slice(0, 10);
}
