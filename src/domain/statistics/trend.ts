import { kendall } from "./kendall";
import type { Alternative, Compare, Kendall } from "./kendall";
import { checkExposed } from "./rate";
import type { Exposed } from "./rate";
import { senSlope } from "./sen";
import type { Slope } from "./sen";

export interface Trend extends Kendall, Slope {}

export interface Series {
  /** `null` is a gap: the value is missing, its place in time is not. */
  readonly y: readonly (number | null)[];
  /** Where each value lies in time; by default 0, 1, 2 … */
  readonly x?: readonly number[] | undefined;
}

export interface TrendOptions {
  readonly alternative: Alternative;
  readonly level: number;
}

/** All pairs are looked at, so time and memory grow with the square. */
const longest = 5000;

/** Is there a trend, and how steep? Mann–Kendall for the first, Theil–Sen for the second. */
export function trend(series: Series, options: TrendOptions): Trend {
  const { x, y } = present(series);
  return trendBy({ x, y }, (i, j) => y[i]! - y[j]!, options);
}

/**
 * The trend of weekly ratios. Two weeks are compared by a·d against c·b, whole numbers, because 1/3 and 2/6 must tie;
 * only the slope uses the quotients. A `null` week, or one without exposure, is a gap.
 */
export function rateTrend(weeks: readonly (Exposed | null)[], options: TrendOptions): Trend {
  weeks.forEach((week) => week && checkExposed(week));
  const kept = weeks.flatMap((week, place) => (week !== null && week.exposure > 0 ? [{ ...week, place }] : []));
  const points = { x: kept.map((week) => week.place), y: kept.map((week) => week.count / week.exposure) };
  const compare: Compare = (i, j) => kept[i]!.count * kept[j]!.exposure - kept[j]!.count * kept[i]!.exposure;
  return trendBy(points, compare, options);
}

function trendBy(points: { x: number[]; y: number[] }, compare: Compare, options: TrendOptions): Trend {
  const n = points.y.length;
  if (n > longest) throw new RangeError(`A trend is read over at most ${longest} values; there are ${n}.`);
  const test = kendall(n, compare, options.alternative);
  return { ...test, ...senSlope(points, { variance: test.variance, level: options.level }) };
}

function present(series: Series): { x: number[]; y: number[] } {
  const places = series.x ?? series.y.map((_, place) => place);
  if (places.length !== series.y.length) {
    throw new RangeError(`There are ${series.y.length} values but ${places.length} places in time.`);
  }
  const points = series.y.flatMap((y, place) => (y === null ? [] : [{ x: places[place]!, y }]));
  if (!points.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))) {
    throw new RangeError("A trend is read from numbers; one of the values is not a number.");
  }
  points.sort((a, b) => a.x - b.x);
  const twice = points.find((point, place) => place > 0 && point.x === points[place - 1]!.x);
  if (twice) throw new RangeError(`Two values stand at the same place in time, ${twice.x}.`);
  return { x: points.map(({ x }) => x), y: points.map(({ y }) => y) };
}
