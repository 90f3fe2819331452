/**
 * A length as people write it: `2d 4h 30m` of work, `2ed` elapsed whatever the calendar. A day of work is as long as the
 * calendar makes it, so the words are kept apart until a calendar is at hand.
 */
export interface Duration {
  readonly weeks: number;
  readonly days: number;
  /** Hours and minutes of work, in minutes. */
  readonly minutes: number;
  readonly elapsedMinutes: number;
}

/** A length in minutes: work first, then elapsed time. */
export interface Span {
  readonly work: number;
  readonly elapsed: number;
}

/** How many minutes of work a calendar counts as one day and as one week. */
export interface WorkLengths {
  readonly dayMinutes: number;
  readonly weekMinutes: number;
}

const units: Readonly<Record<string, (amount: number) => Partial<Duration>>> = {
  w: (amount) => ({ weeks: amount }),
  d: (amount) => ({ days: amount }),
  h: (amount) => ({ minutes: amount * 60 }),
  m: (amount) => ({ minutes: amount }),
  ew: (amount) => ({ elapsedMinutes: amount * 10_080 }),
  ed: (amount) => ({ elapsedMinutes: amount * 1440 }),
  eh: (amount) => ({ elapsedMinutes: amount * 60 }),
  em: (amount) => ({ elapsedMinutes: amount }),
};

const nothing: Duration = { weeks: 0, days: 0, minutes: 0, elapsedMinutes: 0 };

/** Reads `2d 4h 30m`, `2ed`, `-10d`, `1.5h`, `0`; `null` for anything else. A leading sign holds for all parts. */
export function findDuration(text: string): Duration | null {
  const parts = /^\s*([+\-−])?\s*((?:\d+(?:\.\d+)?\s*(?:e?[wdhm])\s*)+|0+\s*)$/u.exec(text);
  if (!parts) return null;
  const sign = parts[1] === "-" || parts[1] === "−" ? -1 : 1;
  let sum = nothing;
  for (const [, amount, unit] of parts[2]!.matchAll(/(\d+(?:\.\d+)?)\s*(e?[wdhm])/g)) {
    sum = add(sum, units[unit!]!(sign * Number(amount)));
  }
  return sum;
}

/** A lag is a duration or a part of the predecessor's: `50%`. */
export type Lag =
  | { readonly kind: "duration"; readonly duration: Duration }
  | { readonly kind: "percent"; readonly percent: number };

export function findLag(text: string): Lag | null {
  const percent = /^\s*([+-]?\d+(?:\.\d+)?)\s*%\s*$/.exec(text);
  if (percent) return { kind: "percent", percent: Number(percent[1]) };
  const duration = findDuration(text);
  return duration && { kind: "duration", duration };
}

/** The shortest words that read back as the same duration; `0d` for nothing. */
export function spellDuration(duration: Duration): string {
  const { weeks, days, minutes, elapsedMinutes } = duration;
  const isNegative = weeks < 0 || days < 0 || minutes < 0 || elapsedMinutes < 0;
  const words = [
    ...word(weeks, "w"),
    ...word(days, "d"),
    ...word(Math.trunc(minutes / 60), "h"),
    ...word(minutes % 60, "m"),
    ...word(Math.trunc(elapsedMinutes / 1440), "ed"),
    ...word(Math.trunc((elapsedMinutes % 1440) / 60), "eh"),
    ...word(elapsedMinutes % 60, "em"),
  ];
  return words.length === 0 ? "0d" : `${isNegative ? "-" : ""}${words.join(" ")}`;
}

function word(amount: number, unit: string): string[] {
  return amount === 0 ? [] : [`${Math.abs(amount)}${unit}`];
}

/** In minutes of a calendar; a part of a minute is rounded. */
export function spanOf(duration: Duration, lengths: WorkLengths): Span {
  const { weeks, days, minutes, elapsedMinutes } = duration;
  return {
    work: Math.round(weeks * lengths.weekMinutes + days * lengths.dayMinutes + minutes),
    elapsed: Math.round(elapsedMinutes),
  };
}

function add(sum: Duration, more: Partial<Duration>): Duration {
  return {
    weeks: sum.weeks + (more.weeks ?? 0),
    days: sum.days + (more.days ?? 0),
    minutes: sum.minutes + (more.minutes ?? 0),
    elapsedMinutes: sum.elapsedMinutes + (more.elapsedMinutes ?? 0),
  };
}
