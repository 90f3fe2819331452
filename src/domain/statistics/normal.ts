import erfc from "@stdlib/math-base-special-erfc";
import erfcinv from "@stdlib/math-base-special-erfcinv";

/** P(Z ≥ z) of the standard normal: erfc(z / √2) / 2, which keeps its digits far into the tail. */
export function normalUpper(z: number): number {
  return erfc(z / Math.SQRT2) / 2;
}

/** The z with P(Z ≤ z) = p. */
export function normalQuantile(p: number): number {
  return -Math.SQRT2 * erfcinv(2 * p);
}

/** The half-width, in standard errors, of a two-sided normal interval: 1.959964 at level 0.95. */
export function normalHalfWidth(level: number): number {
  return normalQuantile(1 - (1 - checkLevel(level)) / 2);
}

export function checkLevel(level: number): number {
  if (level > 0 && level < 1) return level;
  throw new RangeError(`A confidence level lies between 0 and 1, such as 0.95; ${level} does not.`);
}
