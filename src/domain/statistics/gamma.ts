import { poissonDensity } from "./density";
import { normalQuantile } from "./normal";

/**
 * The regularised incomplete gamma functions P(a, x) and Q(a, x) = 1 − P(a, x).
 * Below x = a + 1 the power series of P, above it the continued fraction of Q, both scaled by x^a e^(−x) / Γ(a + 1)
 * in its saddle-point form. Source: DLMF 8.7.1 and 8.9.2. Written here because the packaged `gammainc` keeps only
 * three digits from a = 1,000 on, where weekly ticket counts already are.
 */
export function gammaLower(a: number, x: number): number {
  if (x <= 0) return 0;
  return x < a + 1 ? lowerSeries(a, x) : 1 - upperFraction(a, x);
}

export function gammaUpper(a: number, x: number): number {
  if (x <= 0) return 1;
  return x < a + 1 ? 1 - lowerSeries(a, x) : upperFraction(a, x);
}

/** The x with P(a, x) = p for a ≥ 1: Newton from Wilson and Hilferty's cube, inside a shrinking bracket. */
export function gammaQuantile(p: number, a: number): number {
  if (p <= 0) return 0;
  if (p >= 1) return Infinity;
  const miss = p < 0.5 ? (x: number) => gammaLower(a, x) - p : (x: number) => 1 - p - gammaUpper(a, x);
  let low = 0;
  let high = Infinity;
  let x = firstGuess(p, a);
  for (let round = 0; round < 100; round += 1) {
    const error = miss(x);
    if (error > 0) high = x;
    else low = x;
    let next = x - (error * x) / (a * poissonDensity(a, x));
    if (!(next > low && next < high)) next = high === Infinity ? 2 * x : (low + high) / 2;
    if (Math.abs(next - x) <= 1e-15 * x) return next;
    x = next;
  }
  return x;
}

function firstGuess(p: number, a: number): number {
  const cube = 1 - 1 / (9 * a) + normalQuantile(p) / (3 * Math.sqrt(a));
  return cube > 0.1 ? a * cube ** 3 : a * 0.01;
}

function lowerSeries(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; term > sum * 1e-17; n += 1) {
    term *= x / (a + n);
    sum += term;
  }
  return sum * poissonDensity(a, x);
}

/** Lentz's evaluation of 1 / (x + 1 − a − 1(1 − a) / (x + 3 − a − 2(2 − a) / (x + 5 − a − …))). */
function upperFraction(a: number, x: number): number {
  const scale = a * poissonDensity(a, x);
  if (scale === 0) return 0;
  let b = x + 1 - a;
  let c = Infinity;
  let d = 1 / b;
  let product = d;
  for (let n = 1; n < 1e6; n += 1) {
    const numerator = -n * (n - a);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    product *= c * d;
    if (Math.abs(c * d - 1) < 1e-16) break;
  }
  return product * scale;
}
