import { normalUpper } from "./normal";

export type Alternative = "less" | "greater" | "two-sided";

/** Below 0 when item i is less than item j, 0 when they tie, above 0 when it is more. */
export type Compare = (i: number, j: number) => number;

export interface Kendall {
  readonly n: number;
  /** Rising pairs minus falling pairs. */
  readonly s: number;
  readonly variance: number;
  /** With continuity correction; `null` where all tie. */
  readonly z: number | null;
  readonly p: number | null;
  readonly method: "exact" | "normal" | null;
}

/** Up to here, and without ties, every ordering is counted instead of approximated. */
const exactLimit = 10;

/**
 * Mann and Kendall's test for a trend in `n` items given in order (Mann 1945, Kendall 1975): S = Σ sign(yⱼ − yᵢ), i < j,
 * var S = [n(n − 1)(2n + 5) − Σ t(t − 1)(2t + 5)] / 18 over the groups of t ties, z = (S ∓ 1) / √var. For n ≤ 10 without
 * ties p counts the orderings: of the 24 of four items one has S ≥ 6, so p = 0.041667.
 */
export function kendall(n: number, compare: Compare, alternative: Alternative): Kendall {
  let s = 0;
  for (let j = 1; j < n; j += 1) for (let i = 0; i < j; i += 1) s += Math.sign(compare(j, i));
  const ties = tieSizes(n, compare);
  const variance = ties.reduce((sum, t) => sum - vary(t), vary(n)) / 18;
  if (variance <= 0) return { n, s, variance: 0, z: null, p: null, method: null };
  const z = (s - Math.sign(s)) / Math.sqrt(variance);
  const isExact = n <= exactLimit && ties.every((t) => t === 1);
  if (!isExact) return { n, s, variance, z, p: tail(normalUpper(z), normalUpper(-z), alternative), method: "normal" };
  return { n, s, variance, z, p: tail(exactUpper(n, s), exactUpper(n, -s), alternative), method: "exact" };
}

function vary(t: number): number {
  return t * (t - 1) * (2 * t + 5);
}

function tail(upper: number, lower: number, alternative: Alternative): number {
  if (alternative === "greater") return upper;
  if (alternative === "less") return lower;
  return Math.min(1, 2 * Math.min(upper, lower));
}

function tieSizes(n: number, compare: Compare): readonly number[] {
  const order = Array.from({ length: n }, (_, place) => place).toSorted(compare);
  const sizes: number[] = [];
  order.forEach((item, place) => {
    if (place > 0 && compare(item, order[place - 1]!) === 0) sizes[sizes.length - 1]! += 1;
    else sizes.push(1);
  });
  return sizes;
}

/**
 * P(S ≥ s) when all n! orderings are equally likely. An ordering with k inversions has S = n(n − 1)/2 − 2k; adding the
 * m-th item adds 0 to m − 1 inversions.
 */
function exactUpper(n: number, s: number): number {
  let orderings = [1];
  for (let m = 2; m <= n; m += 1) {
    const longer = Array.from({ length: orderings.length + m - 1 }, () => 0);
    orderings.forEach((count, k) => {
      for (let more = 0; more < m; more += 1) longer[k + more]! += count;
    });
    orderings = longer;
  }
  const most = (n * (n - 1)) / 2;
  const total = orderings.reduce((sum, count) => sum + count, 0);
  const reached = orderings.reduce((sum, count, k) => (most - 2 * k >= s ? sum + count : sum), 0);
  return reached / total;
}
