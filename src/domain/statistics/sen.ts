import { normalHalfWidth } from "./normal";

export interface Slope {
  readonly slope: number | null;
  readonly slopeLower: number | null;
  readonly slopeUpper: number | null;
}

/**
 * Theil and Sen's slope: the median of all slopes between two points, and Sen's interval by ranks (JASA 63, 1968): with
 * C = z·√var S over N slopes, the (N − C)/2-th and the ((N + C)/2 + 1)-th smallest, ranks rounded. Source: Gilbert,
 * "Statistical Methods for Environmental Pollution Monitoring", 16.5. Convention: R's `trend::sens.slope`.
 * An end whose rank lies outside the slopes is `null`: so few points bound nothing at that level.
 */
export function senSlope(
  points: { readonly x: ArrayLike<number>; readonly y: ArrayLike<number> },
  test: { readonly variance: number; readonly level: number },
): Slope {
  const slopes = sortedSlopes(points.x, points.y);
  const count = slopes.length;
  if (count === 0) return { slope: null, slopeLower: null, slopeUpper: null };
  const half = normalHalfWidth(test.level) * Math.sqrt(test.variance);
  const at = (rank: number) => slopes[rank - 1] ?? null;
  const slope = (slopes[Math.floor((count - 1) / 2)]! + slopes[Math.floor(count / 2)]!) / 2;
  // The two ranks mirror each other, so the lower one is rounded down where it lies halfway.
  return {
    slope,
    slopeLower: at(Math.ceil((count - half - 1) / 2)),
    slopeUpper: at(Math.round((count + half) / 2 + 1)),
  };
}

function sortedSlopes(x: ArrayLike<number>, y: ArrayLike<number>): Float64Array {
  const slopes = new Float64Array((y.length * (y.length - 1)) / 2);
  let filled = 0;
  for (let j = 1; j < y.length; j += 1) {
    for (let i = 0; i < j; i += 1) slopes[filled++] = (y[j]! - y[i]!) / (x[j]! - x[i]!);
  }
  return slopes.toSorted();
}
