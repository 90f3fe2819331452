import type { CurveView } from "#contract/adoption";
import { horizonDays, reachedBy } from "#domain/adoption/curve";
import type { AdoptionCurve } from "#domain/adoption/curve";

/** Longer than any hyper-care; a curve is drawn day by day up to here. */
const mostDays = 120;

export function curveView(curve: AdoptionCurve): CurveView {
  const last = reachedBy(curve, Math.min(mostDays, Math.ceil(curve.longestDays)));
  const points = Array.from({ length: last + 1 }, (_, day) => curve.at(day)).flatMap(({ share, ...point }) =>
    share === null ? [] : [{ ...point, share }],
  );
  const { medianDays, meanDays, naiveMedianDays, n, independent, left } = curve;
  return { points, medianDays, meanDays, horizonDays, naiveMedianDays, n, independent, left };
}
