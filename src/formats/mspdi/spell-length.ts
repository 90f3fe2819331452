import type { Length } from "./project";

/** How many minutes of work one day and one week are. */
export interface DayLengths {
  readonly day: number;
  readonly week: number;
}

/** The unit it was shown in, where that is exact; hours or minutes otherwise. */
export function spellLength({ amount, unit, elapsed }: Length, lengths: DayLengths): string {
  if (unit === "%") return `${amount}%`;
  const size = elapsed
    ? { m: 1, h: 60, d: 1440, w: 10_080, mo: 1440 }[unit]
    : { m: 1, h: 60, d: lengths.day, w: lengths.week, mo: lengths.day }[unit];
  const shown = unit === "mo" ? "d" : unit;
  const count = amount / size;
  const isExact = Math.abs(count * 100 - Math.round(count * 100)) < 1e-9;
  const mark = elapsed ? "e" : "";
  if (isExact) return `${Math.round(count * 100) / 100}${mark}${shown}`;
  return amount % 60 === 0 ? `${amount / 60}${mark}h` : `${Math.round(amount)}${mark}m`;
}
