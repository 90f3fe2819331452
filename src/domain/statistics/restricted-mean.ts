import { checkLevel, normalHalfWidth } from "./normal";
import type { SurvivalCurve } from "./survival";

export interface RestrictedMean {
  readonly tau: number;
  readonly estimate: number | null;
  readonly se: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/**
 * The mean time to the event, counting nobody beyond the horizon tau: the area under S from 0 to tau. Its variance is
 * Σ aᵢ²·dᵢ / (nᵢ(nᵢ − dᵢ)), aᵢ the area from event time i to tau. Source: Klein and Moeschberger, "Survival Analysis",
 * 4.5. Convention: R's `print(survfit, rmean = tau)`, but undefined where nobody was watched up to tau.
 */
export function restrictedMean(curve: SurvivalCurve, tau: number, level: number): RestrictedMean {
  if (!(tau > 0 && tau < Infinity)) throw new RangeError(`A horizon is a time above 0; ${tau} is not.`);
  checkLevel(level);
  const last = curve.rows - 1;
  if (last < 0 || (tau > curve.time[last]! && curve.survival[last]! > 0)) {
    return { tau, estimate: null, se: null, lower: null, upper: null };
  }
  const { area, variance } = areaUpTo(curve, tau);
  const se = Math.sqrt(variance);
  const z = normalHalfWidth(level);
  return { tau, estimate: area, se, lower: Math.max(0, area - z * se), upper: Math.min(tau, area + z * se) };
}

/** Adds the area up from the right, so that each event time finds the area beyond it already summed. */
function areaUpTo(curve: SurvivalCurve, tau: number): { area: number; variance: number } {
  let area = 0;
  let variance = 0;
  let right = tau;
  for (let row = curve.rows - 1; row >= 0; row -= 1) {
    const time = curve.time[row]!;
    if (time >= tau) continue;
    area += curve.survival[row]! * (right - time);
    right = time;
    const d = curve.events[row]!;
    const n = curve.atRisk[row]!;
    if (d > 0 && n > d) variance += (area * area * d) / (n * (n - d));
  }
  return { area: area + right, variance };
}
