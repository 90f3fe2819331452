import { array, assert, integer, property, uniqueArray } from "fast-check";
import { describe, expect, test } from "vitest";
import { rateTrend, trend } from "#domain/statistics/trend";

const greater = { alternative: "greater", level: 0.95 } as const;
const less = { alternative: "less", level: 0.95 } as const;

describe("M42 Mann–Kendall and Theil–Sen", () => {
  test("fourteen values: S 54, Var 332.6667 with one tie, Z 2.9058, slope 0.566667 (0.325–0.866667)", () => {
    const y = [12.9, 14.8, 13.2, 15.7, 13.8, 15.6, 12.9, 11.0, 17.3, 15.9, 19.0, 18.3, 20.1, 21.7];
    const found = trend({ y }, greater);
    expect(found).toMatchObject({ n: 14, s: 54, method: "normal" });
    expect(found.variance).toBeCloseTo(332.666667, 6);
    expect(found.z).toBeCloseTo(2.9058, 4);
    expect(found.p).toBeCloseTo(0.00183136, 8);
    const ends = [found.slope, found.slopeLower, found.slopeUpper];
    expect(ends.map((end) => Number(end!.toFixed(6)))).toEqual([0.566667, 0.325, 0.866667]);
  });

  test.each([
    [[1, 2, 3, 4], 6, 0.041667],
    [[1, 2, 3, 4, 5], 10, 0.008333],
    [[2, 1, 3, 4, 5], 8, 0.041667],
    [[3, 1, 2, 4, 5, 6], 11, 0.027778],
  ])("exact p of %j, S %i", (y, s, p) => {
    const found = trend({ y }, greater);
    expect(found.method).toBe("exact");
    expect(found.s).toBe(s);
    expect(found.p).toBeCloseTo(p, 6);
  });

  test("four falling weeks: p one in 24, and too few for an interval of the slope", () => {
    const found = trend({ y: [9, 7, 4, 1] }, less);
    expect(found).toMatchObject({ s: -6, slopeLower: null, slopeUpper: null, method: "exact" });
    expect(found.p).toBeCloseTo(1 / 24, 12);
    expect(found.slope).toBeCloseTo((-3 - 8 / 3) / 2, 12);
  });

  test("a gap keeps its place in time: the slope of 10, gap, 6 is −2 a week", () => {
    expect(trend({ y: [10, null, 6] }, less)).toMatchObject({ n: 2, slope: -2 });
    expect(trend({ y: [10, 6], x: [3, 1] }, less)).toMatchObject({ n: 2, s: 1, slope: 2 });
  });

  test("all equal, one value, none: undefined, never 0", () => {
    expect(trend({ y: [5, 5, 5] }, less)).toMatchObject({ s: 0, z: null, p: null, method: null, slope: 0 });
    expect(trend({ y: [5] }, less)).toMatchObject({ n: 1, p: null, slope: null });
    expect(trend({ y: [] }, less)).toMatchObject({ n: 0, p: null, slope: null });
  });

  test("up to ten values every ordering is counted: p is the part of the orderings that reach S", () => {
    const orderings = permutations([1, 2, 3, 4, 5]);
    const scores = orderings.map((y) => trend({ y }, greater));
    scores.forEach((found) => {
      const reached = scores.filter((other) => other.s >= found.s).length / scores.length;
      expect(found.p).toBeCloseTo(reached, 12);
    });
  });

  test("backwards in time the sign turns and the two one-sided p-values change places", () => {
    assert(
      property(array(integer({ min: 0, max: 9 }), { maxLength: 15 }), (y) => {
        const [forth, back] = [trend({ y }, less), trend({ y: y.toReversed() }, greater)];
        expect(back.s + forth.s).toBe(0);
        if (forth.p === null) expect(back.p).toBeNull();
        else expect(back.p).toBeCloseTo(forth.p, 12);
      }),
    );
  });

  test("a straight line has its own slope", () => {
    const places = uniqueArray(integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 12 });
    assert(
      property(places, integer({ min: -5, max: 5 }), (x, slope) => {
        expect(trend({ x, y: x.map((at) => at * slope + 3) }, less).slope).toBeCloseTo(slope, 10);
      }),
    );
  });

  test("two values at one place, and what is no number, are refused", () => {
    expect(() => trend({ y: [1, 2], x: [4, 4] }, less)).toThrow("Two values stand at the same place in time, 4.");
    expect(() => trend({ y: [1, NaN] }, less)).toThrow("not a number");
    expect(() => trend({ y: [1, 2], x: [4] }, less)).toThrow("2 values but 1 places");
  });
});

describe("M42 trend of weekly ratios", () => {
  test("1/3 and 2/6 tie, and so do 3/10 and 0.3 of 100, whatever floats make of them", () => {
    const weeks = [
      { count: 1, exposure: 3 },
      { count: 2, exposure: 6 },
      { count: 3, exposure: 10 },
      { count: 30, exposure: 100 },
    ];
    expect(rateTrend(weeks, less)).toMatchObject({ s: -4, method: "normal" });
  });

  test("a week without active people is a gap, not a 0", () => {
    const weeks = [{ count: 4, exposure: 10 }, { count: 0, exposure: 0 }, null, { count: 1, exposure: 10 }];
    expect(rateTrend(weeks, less)).toMatchObject({ n: 2, slope: expect.closeTo(-0.1, 12) });
  });
});

function permutations(items: readonly number[]): number[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item) => permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]));
}
