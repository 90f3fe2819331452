import { clopperPearsonEnds } from "./binomial";
import { checkLevel, normalHalfWidth } from "./normal";

/** A number with its interval; `null` where it is undefined. */
export interface Estimate {
  readonly estimate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/**
 * Wilson's score interval (JASA 22, 1927), without continuity correction:
 * (x + z²/2 ± z √(x(n − x)/n + z²/4)) / (n + z²). 81 of 263 gives 0.2553 to 0.3662.
 */
export function wilson(x: number, n: number, level: number): Estimate {
  checkCounts(x, n);
  const z = normalHalfWidth(level);
  if (n === 0) return { estimate: null, lower: null, upper: null };
  const middle = x + (z * z) / 2;
  const spread = z * Math.sqrt((x * (n - x)) / n + (z * z) / 4);
  const lower = x === 0 ? 0 : (middle - spread) / (n + z * z);
  const upper = x === n ? 1 : (middle + spread) / (n + z * z);
  return { estimate: x / n, lower, upper };
}

/** The exact interval: never covers less than its level, so wider than Wilson's. */
export function clopperPearson(x: number, n: number, level: number): Estimate {
  checkCounts(x, n);
  checkLevel(level);
  if (n === 0) return { estimate: null, lower: null, upper: null };
  const ends = clopperPearsonEnds(x, n, level);
  return { estimate: x / n, lower: ends.lower, upper: ends.upper };
}

function checkCounts(x: number, n: number): void {
  if (!Number.isSafeInteger(x) || !Number.isSafeInteger(n) || x < 0 || n < 0) {
    throw new RangeError(`A proportion needs whole counts from 0 up; it was given ${x} of ${n}.`);
  }
  if (x > n) throw new RangeError(`A proportion cannot exceed the whole: ${x} of ${n}.`);
}
