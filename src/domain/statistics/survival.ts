import { boundsWith } from "./band";
import type { Band } from "./band";
import { riskTable } from "./risk-table";
import type { RiskTable } from "./risk-table";
import type { Sample } from "./sample";

/** A step function in columns, one entry a row of the risk table. NaN stands for undefined: read rows through `rowAt`. */
export interface SurvivalCurve extends RiskTable {
  readonly survival: Float64Array;
  readonly se: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/**
 * Kaplan and Meier's estimate (JASA 53, 1958): S(t) = Π (1 − dᵢ / nᵢ) over the event times up to t, with Greenwood's
 * standard error S(t)·√Σ dᵢ / (nᵢ(nᵢ − dᵢ)). Censorings at the time of an event follow it; a competing event counts
 * as a censoring here, which is why `incidence` is the curve to show when anybody left. At S = 0 the error is undefined.
 *
 * | t | at risk | events | S | |
 * |---|---|---|---|---|
 * | 1 | 8 | 2 | 0.750 | 6/8 |
 * | 4 | 6 | 1 | 0.625 | × 5/6 |
 * | 5 | 5 | 1 | 0.500 | × 4/5 |
 * | 9 | 3 | 1 | 0.333 | × 2/3, one having been censored at 6 |
 * | 22 | 1 | 1 | 0 | the last of `1 1 4 5 6+ 9 9+ 22` |
 */
export function kaplanMeier(sample: Sample, band: Band): SurvivalCurve {
  const table = riskTable(sample);
  const curve = { ...table, survival: empty(table), se: empty(table), lower: empty(table), upper: empty(table) };
  const setBounds = boundsWith(band);
  const bounds = { lower: NaN, upper: NaN };
  let survival = 1;
  let se = 0;
  let greenwood = 0;
  setBounds(1, 0, bounds);
  for (let row = 0; row < table.rows; row += 1) {
    const d = table.events[row]!;
    if (d > 0) {
      const n = table.atRisk[row]!;
      survival *= (n - d) / n;
      greenwood += d / (n * (n - d));
      se = survival > 0 ? survival * Math.sqrt(greenwood) : NaN;
      setBounds(survival, se, bounds);
    }
    curve.survival[row] = survival;
    curve.se[row] = se;
    curve.lower[row] = bounds.lower;
    curve.upper[row] = bounds.upper;
  }
  return curve;
}

function empty(table: RiskTable): Float64Array {
  return new Float64Array(table.rows);
}
