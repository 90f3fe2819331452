import { gammaUpper } from "./gamma";

/** P(X ≥ x) of a chi-square with `df` degrees of freedom: Q(df / 2, x / 2). */
export function chiSquareUpper(x: number, df: number): number {
  return gammaUpper(df / 2, x / 2);
}
