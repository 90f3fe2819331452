import type { SurvivalCurve } from "./survival";

export interface Quantile {
  readonly q: number;
  readonly estimate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/**
 * The time by which the part `q` has had the event, with the interval of Brookmeyer and Crowley (Biometrics 38, 1982):
 * the times at which the lower and the upper band cross the same level. `null` where the curve does not get there.
 * Convention: R's `quantile.survfit`. Where the curve is flat at exactly the level, the middle of the flat step; if that
 * step is the last, the middle between its start and the last time anybody was watched.
 */
export function quantile(curve: SurvivalCurve, q: number): Quantile {
  if (!(q > 0 && q < 1)) throw new RangeError(`A quantile lies between 0 and 1; ${q} does not.`);
  return {
    q,
    estimate: crossing(curve, curve.survival, 1 - q),
    lower: crossing(curve, curve.lower, 1 - q),
    upper: crossing(curve, curve.upper, 1 - q),
  };
}

/** A level counts as met within R's tolerance, the square root of the machine precision. */
const tolerance = Math.sqrt(Number.EPSILON);

function crossing(curve: SurvivalCurve, column: Float64Array, level: number): number | null {
  const reached = highestUpTo(column, level + tolerance);
  if (reached < 0) return null;
  const left = highestUpTo(column, level - tolerance);
  if (left >= 0) return (curve.time[reached]! + curve.time[left]!) / 2;
  if (Number.isNaN(column[curve.rows - 1]!)) return null;
  return (curve.time[reached]! + curve.time[curve.rows - 1]!) / 2;
}

/**
 * The first row that holds the highest value up to `limit`, −1 without one. On a curve that only falls it is where the curve arrives; a
 * band of few people may rise again after its first steps, and there R, too, looks at heights and not at the order of time.
 */
function highestUpTo(column: Float64Array, limit: number): number {
  let found = -1;
  column.forEach((value, row) => {
    if (value <= limit && (found < 0 || value > column[found]!)) found = row;
  });
  return found;
}
