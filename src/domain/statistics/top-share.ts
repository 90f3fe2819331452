import { topShare } from "./lorenz";
import { normalHalfWidth } from "./normal";
import type { Estimate } from "./proportion";

/**
 * The share held by the top `part` of people with the large-sample interval of a Lorenz ordinate (Beach & Davidson, Rev. Econ. Stud. 50,
 * 1983). With q the quantile at p = 1 − part, G = mean of x below q and μ the mean, one person's influence on L = G / μ is
 * (p·q − G + (x − q)·[x ≤ q] − L·(x − μ)) / μ; the variance of L is their mean square over n. The ends stay between part and 1,
 * because no tenth at the top holds less than a tenth.
 */
export function topShareInterval(amounts: readonly number[], part: number, level: number): Estimate {
  const estimate = topShare(amounts, part);
  if (estimate === null) return { estimate: null, lower: null, upper: null };
  const n = amounts.length;
  const sorted = amounts.toSorted((a, b) => a - b);
  const p = 1 - part;
  const q = sorted[Math.max(0, Math.ceil(Number((p * n).toFixed(9))) - 1)]!;
  const mean = sorted.reduce((sum, amount) => sum + amount, 0) / n;
  const share = 1 - estimate;
  const square = sorted.reduce((sum, x) => {
    const below = p * q - share * mean + Math.min(0, x - q);
    return sum + ((below - share * (x - mean)) / mean) ** 2;
  }, 0);
  const half = (normalHalfWidth(level) * Math.sqrt(square)) / n;
  return { estimate, lower: Math.max(part, estimate - half), upper: Math.min(1, estimate + half) };
}
