import betainc from "@stdlib/math-base-special-betainc";
import betaincinv from "@stdlib/math-base-special-kernel-betaincinv";

/** P(X ≤ k) of a binomial: I_(1−p)(n − k, k + 1). */
export function binomialLower(k: number, n: number, p: number): number {
  if (k < 0) return 0;
  return k >= n ? 1 : betainc(p, k + 1, n - k, true, true);
}

/** P(X > k) of a binomial: I_p(k + 1, n − k). */
export function binomialUpper(k: number, n: number, p: number): number {
  if (k < 0) return 1;
  return k >= n ? 0 : betainc(p, k + 1, n - k, true, false);
}

/**
 * Clopper and Pearson's interval (Biometrika 26, 1934): the beta quantiles B(α/2; x, n − x + 1) and
 * B(1 − α/2; x + 1, n − x). Each end comes with its complement, so that odds near 1 keep their digits.
 */
export function clopperPearsonEnds(x: number, n: number, level: number) {
  const half = (1 - level) / 2;
  const lower = x === 0 ? [0, 1] : betaincinv(x, n - x + 1, half, 1 - half);
  const upper = x === n ? [1, 0] : betaincinv(x + 1, n - x, 1 - half, half);
  return { lower: lower[0]!, lowerRest: lower[1]!, upper: upper[0]!, upperRest: upper[1]! };
}
