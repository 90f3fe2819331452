import gammaln from "@stdlib/math-base-special-gammaln";

/**
 * The Poisson density λ^x e^(−λ) / Γ(x + 1), for any real x ≥ 0, by the saddle point:
 * exp(−δ(x) − D(x, λ)) / √(2πx), where δ is Stirling's error and D the deviance part.
 * Source: C. Loader, "Fast and accurate computation of binomial probabilities" (2000). The textbook formula loses
 * ten digits at counts of a million; this one loses none.
 */
export function poissonDensity(x: number, mean: number): number {
  if (x === 0) return Math.exp(-mean);
  if (mean === 0) return 0;
  return Math.exp(-stirlingError(x) - deviance(x, mean)) / Math.sqrt(2 * Math.PI * x);
}

/** The binomial density C(n, x) p^x (1 − p)^(n − x), by the same saddle point. */
export function binomialDensity(x: number, n: number, p: number): number {
  if (p === 0) return x === 0 ? 1 : 0;
  if (p === 1) return x === n ? 1 : 0;
  if (x === 0) return Math.exp(n * Math.log1p(-p));
  if (x === n) return Math.exp(n * Math.log(p));
  const errors = stirlingError(n) - stirlingError(x) - stirlingError(n - x);
  const exponent = errors - deviance(x, n * p) - deviance(n - x, n * (1 - p));
  return Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * x * (n - x)));
}

/** δ(x) = ln Γ(x + 1) − [(x + ½) ln x − x + ½ ln 2π]. */
function stirlingError(x: number): number {
  if (x <= 15) return gammaln(x + 1) - (x + 0.5) * Math.log(x) + x - Math.log(2 * Math.PI) / 2;
  const square = x * x;
  const tail = 1 / 1260 - (1 / 1680 - (1 / 1188 - 691 / 360360 / square) / square) / square;
  return (1 / 12 - (1 / 360 - tail / square) / square) / x;
}

/** D(x, m) = x ln(x / m) + m − x, by a series in v = (x − m) / (x + m) where the terms would cancel. */
function deviance(x: number, mean: number): number {
  const gap = x - mean;
  if (Math.abs(gap) >= 0.1 * (x + mean)) return x * Math.log(x / mean) + mean - x;
  const v = gap / (x + mean);
  let sum = gap * v;
  let term = 2 * x * v;
  for (let odd = 3; ; odd += 2) {
    term *= v * v;
    const next = sum + term / odd;
    if (next === sum) return sum;
    sum = next;
  }
}
