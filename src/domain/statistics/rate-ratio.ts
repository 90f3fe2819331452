import { binomialLower, binomialUpper, clopperPearsonEnds } from "./binomial";
import { binomialDensity } from "./density";
import { checkLevel } from "./normal";
import { checkExposed } from "./rate";
import type { Exposed } from "./rate";

export interface RateRatio {
  readonly ratio: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly p: number | null;
}

const undefinedRatio: RateRatio = { ratio: null, lower: null, upper: null, p: null };

/**
 * The exact comparison of two Poisson rates, given the total: under ratio 1 the first count is binomial with
 * n = x₁ + x₂ and p = t₁ / (t₁ + t₂). The interval turns Clopper and Pearson's ends into odds, times t₂ / t₁; the
 * p-value adds up every outcome that is no likelier than the one seen. Convention: R's `poisson.test`.
 * An infinite ratio or end (no event in the second) is `null`. Where nothing happened at all any ratio fits: from 0 up, p = 1. Without exposure
 * on one side nothing can be compared.
 */
export function rateRatio(first: Exposed, second: Exposed, level: number): RateRatio {
  checkExposed(first);
  checkExposed(second);
  checkLevel(level);
  const n = first.count + second.count;
  if (first.exposure === 0 || second.exposure === 0) return undefinedRatio;
  if (n === 0) return { ...undefinedRatio, lower: 0, p: 1 };
  const scale = second.exposure / first.exposure;
  const ends = clopperPearsonEnds(first.count, n, level);
  return {
    ratio: second.count === 0 ? null : (first.count / second.count) * scale,
    lower: (ends.lower / ends.lowerRest) * scale,
    upper: ends.upperRest === 0 ? null : (ends.upper / ends.upperRest) * scale,
    p: twoSided(first.count, n, first.exposure / (first.exposure + second.exposure)),
  };
}

/** Outcomes count as equally likely within one part in ten million, lest rounding split a symmetric pair. */
const likeness = 1 + 1e-7;

function twoSided(x: number, n: number, p: number): number {
  const mean = n * p;
  const limit = binomialDensity(x, n, p) * likeness;
  const isUnlikely = (k: number) => binomialDensity(k, n, p) <= limit;
  if (x === mean) return 1;
  if (x < mean) {
    const far = firstWhere(Math.ceil(mean), n + 1, isUnlikely);
    return Math.min(1, binomialLower(x, n, p) + binomialUpper(far - 1, n, p));
  }
  const far = firstWhere(0, Math.floor(mean) + 1, (k) => !isUnlikely(k));
  return Math.min(1, binomialLower(far - 1, n, p) + binomialUpper(x - 1, n, p));
}

/** The first k in [from, end) that passes, or `end`; the densities rise to the mean and fall after it, so halve. */
function firstWhere(from: number, end: number, passes: (k: number) => boolean): number {
  let low = from;
  let high = end;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (passes(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
