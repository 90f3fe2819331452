import { gammaQuantile } from "./gamma";
import { checkLevel } from "./normal";

/** Events over the time or people they could have come from. */
export interface Exposed {
  readonly count: number;
  readonly exposure: number;
}

export interface Rate {
  readonly rate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/**
 * A Poisson rate with Garwood's exact interval (Biometrika 28, 1936): gamma quantiles G(α/2; x) and G(1 − α/2; x + 1)
 * over the exposure. At 95 %: 0 → (0, 3.68888), 3 → (0.618672, 8.76727), 10 → (4.79539, 18.3904).
 * Without exposure nothing could have happened: undefined, not 0.
 */
export function rate(count: number, exposure: number, level: number): Rate {
  checkExposed({ count, exposure });
  const half = (1 - checkLevel(level)) / 2;
  if (exposure === 0) return { rate: null, lower: null, upper: null };
  const lower = count === 0 ? 0 : gammaQuantile(half, count) / exposure;
  return { rate: count / exposure, lower, upper: gammaQuantile(1 - half, count + 1) / exposure };
}

export interface PooledRate extends Rate {
  readonly count: number;
  readonly exposure: number;
  /** Pearson's X² ÷ (weeks − 1); `null` with fewer than two weeks or no event. */
  readonly dispersion: number | null;
  readonly isWidened: boolean;
}

/** Above this the weeks differ more than chance would have them, and the interval says so by its width. */
const dispersionLimit = 1.5;

/**
 * One rate over several weeks: Σ count ÷ Σ exposure, never the mean of weekly ratios. Where φ exceeds 1.5 both arms of
 * the interval are stretched by √φ, as quasi-Poisson does, and the lower one stops at 0.
 */
export function pooledRate(weeks: readonly Exposed[], level: number): PooledRate {
  weeks.forEach(checkExposed);
  const count = weeks.reduce((sum, week) => sum + week.count, 0);
  const exposure = weeks.reduce((sum, week) => sum + week.exposure, 0);
  const pooled = rate(count, exposure, level);
  const phi = dispersion(weeks);
  if (phi === null || phi <= dispersionLimit || pooled.rate === null) {
    return { ...pooled, count, exposure, dispersion: phi, isWidened: false };
  }
  const lower = Math.max(0, pooled.rate - Math.sqrt(phi) * (pooled.rate - pooled.lower!));
  const upper = pooled.rate + Math.sqrt(phi) * (pooled.upper! - pooled.rate);
  return { rate: pooled.rate, lower, upper, count, exposure, dispersion: phi, isWidened: true };
}

/** φ = Σ (x − r·e)² / (r·e) ÷ (k − 1) over the k weeks with exposure, r the pooled rate. */
export function dispersion(weeks: readonly Exposed[]): number | null {
  const exposed = weeks.filter((week) => week.exposure > 0);
  const count = exposed.reduce((sum, week) => sum + week.count, 0);
  const exposure = exposed.reduce((sum, week) => sum + week.exposure, 0);
  if (exposed.length < 2 || count === 0) return null;
  const pearson = exposed.reduce((sum, week) => {
    const expected = (count / exposure) * week.exposure;
    return sum + (week.count - expected) ** 2 / expected;
  }, 0);
  return pearson / (exposed.length - 1);
}

export function checkExposed({ count, exposure }: Exposed): void {
  if (!Number.isSafeInteger(count) || count < 0) {
    throw new RangeError(`A count is a whole number from 0 up; ${count} is not.`);
  }
  if (!Number.isFinite(exposure) || exposure < 0) {
    throw new RangeError(`An exposure is a number from 0 up; ${exposure} is not.`);
  }
}
