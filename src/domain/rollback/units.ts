import { exact, share } from "./exact";
import type { Exact } from "./exact";

/** What a unit measures, and how many of the measure's base it is: milliseconds of time, parts of a whole. */
export interface Unit {
  readonly measure: string;
  readonly scale: Exact;
}

export const timeMeasure = "time";
export const shareMeasure = "share";

const times = {
  ms: 1,
  s: 1000,
  sec: 1000,
  second: 1000,
  m: 60_000,
  min: 60_000,
  minute: 60_000,
  h: 3_600_000,
  hr: 3_600_000,
  hour: 3_600_000,
  d: 86_400_000,
  day: 86_400_000,
} as const;

const known: ReadonlyMap<string, Unit> = new Map([
  ...Object.entries(times).map(([name, ms]): [string, Unit] => [name, { measure: timeMeasure, scale: exact(ms) }]),
  ["%", { measure: shareMeasure, scale: share(1, 100) }],
  ["percent", { measure: shareMeasure, scale: share(1, 100) }],
  ["‰", { measure: shareMeasure, scale: share(1, 1000) }],
]);

/** `h`, `hours`, `% of records`. A unit nobody knows measures itself: orders compare with orders, and with nothing else. */
export function unitOf(text: string): Unit {
  const words = text.trim().toLowerCase();
  const [first = ""] = words.split(/\s+of\s+/);
  const one = (word: string) => word.replace(/s$/, "");
  return known.get(first) ?? known.get(one(first)) ?? { measure: one(words), scale: exact(1) };
}
