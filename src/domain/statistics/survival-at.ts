import { atRiskAt } from "./sample";
import type { Sample } from "./sample";
import { orNull, rowAt } from "./step-at";
import type { SurvivalCurve } from "./survival";

export interface SurvivalAt {
  readonly t: number;
  readonly atRisk: number;
  readonly survival: number | null;
  readonly se: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/**
 * The curve at one time. Before the first ending S is 1 without an interval. After the last ending it is undefined,
 * unless everybody had the event: then it stays 0.
 */
export function survivalAt(sample: Sample, curve: SurvivalCurve, t: number): SurvivalAt {
  if (!(t >= 0)) throw new RangeError(`The curve is read at times from 0 up; ${t} is not one.`);
  const atRisk = atRiskAt(sample, t);
  const row = rowAt(curve, t);
  if (row === null) {
    const isOver = curve.rows > 0 && curve.survival[curve.rows - 1] === 0;
    return { t, atRisk, survival: isOver ? 0 : null, se: null, lower: null, upper: null };
  }
  if (row < 0) return { t, atRisk, survival: 1, se: 0, lower: null, upper: null };
  return {
    t,
    atRisk,
    survival: curve.survival[row]!,
    se: orNull(curve.se[row]),
    lower: orNull(curve.lower[row]),
    upper: orNull(curve.upper[row]),
  };
}
