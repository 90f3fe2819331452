import { array, assert, integer, nat, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { poissonDensity } from "#domain/statistics/density";
import { dispersion, pooledRate, rate } from "#domain/statistics/rate";
import { rateRatio } from "#domain/statistics/rate-ratio";

const close = (value: number) => expect.closeTo(value, 5);

describe("M42 Garwood's interval", () => {
  test.each([
    [0, 0, 3.68888],
    [3, 0.618672, 8.76727],
    [10, 4.79539, 18.3904],
    [5000, 4862.359188694899, 5140.5489485350045],
    [1_000_000, 998040.9833402939, 1001961.9119454322],
  ])("%i events", (count, lower, upper) => {
    const found = rate(count, 1, 0.95);
    expect(Math.abs(found.lower! - lower)).toBeLessThanOrEqual(lower * 1e-5);
    expect(Math.abs(found.upper! - upper)).toBeLessThanOrEqual(upper * 1e-5);
    if (count >= 5000) expect(Math.abs(found.upper! / upper - 1)).toBeLessThan(1e-12);
  });

  test("each end leaves exactly its tail: the Poisson sums add up to 0.025", () => {
    assert(
      property(integer({ min: 1, max: 300 }), (count) => {
        const { lower, upper } = rate(count, 1, 0.95);
        let [below, belowUpper] = [0, 0];
        for (let k = 0; k < count; k += 1) below += poissonDensity(k, lower!);
        for (let k = 0; k <= count; k += 1) belowUpper += poissonDensity(k, upper!);
        expect(1 - below).toBeCloseTo(0.025, 11);
        expect(belowUpper).toBeCloseTo(0.025, 11);
      }),
    );
  });

  test("no active people: undefined, not 0; bad counts are refused", () => {
    expect(rate(4, 0, 0.95)).toEqual({ rate: null, lower: null, upper: null });
    expect(() => rate(1.5, 3, 0.95)).toThrow("1.5 is not");
    expect(() => rate(1, -3, 0.95)).toThrow("-3 is not");
    expect(() => rate(1, 3, 95)).toThrow("95 does not");
  });
});

describe("M42 pooling over weeks", () => {
  test("Σ tickets ÷ Σ person-weeks, not the mean of ratios; even weeks are not widened", () => {
    const pooled = pooledRate(
      [
        { count: 1, exposure: 10 },
        { count: 9, exposure: 90 },
      ],
      0.95,
    );
    expect(pooled).toMatchObject({ rate: 0.1, dispersion: 0, isWidened: false, lower: close(0.0479539) });
  });

  test("φ by hand: 2 and 18 against 10 each is (64 + 64)/10 = 12.8, so the arms grow by √12.8", () => {
    const weeks = [
      { count: 2, exposure: 1 },
      { count: 18, exposure: 1 },
    ];
    const [pooled, plain] = [pooledRate(weeks, 0.95), rate(20, 2, 0.95)];
    expect(pooled.dispersion).toBeCloseTo(12.8, 12);
    expect(pooled.isWidened).toBe(true);
    expect(pooled.upper! - 10).toBeCloseTo((plain.upper! - 10) * Math.sqrt(12.8), 10);
    expect(pooled.lower).toBe(0);
  });

  test("one week, or no ticket, tells nothing about dispersion", () => {
    expect(
      dispersion([
        { count: 3, exposure: 5 },
        { count: 0, exposure: 0 },
      ]),
    ).toBeNull();
    expect(
      dispersion([
        { count: 0, exposure: 5 },
        { count: 0, exposure: 4 },
      ]),
    ).toBeNull();
    expect(pooledRate([], 0.95)).toMatchObject({ rate: null, dispersion: null });
  });

  test("pooling does not depend on how the weeks are ordered", () => {
    const week = array(nat(20), { minLength: 2, maxLength: 8 });
    assert(
      property(week, (counts) => {
        const weeks = counts.map((count, place) => ({ count, exposure: place + 1 }));
        const [forth, back] = [pooledRate(weeks, 0.95), pooledRate(weeks.toReversed(), 0.95)];
        expect(back.upper).toBeCloseTo(forth.upper!, 10);
      }),
    );
  });
});

describe("M42 before and after, as R's poisson.test", () => {
  test("11 in 800 against 23 in 3010 (thousand) person-years, R's own example", () => {
    const found = rateRatio({ count: 11, exposure: 800 }, { count: 23, exposure: 3010 }, 0.95);
    expect(found.ratio).toBeCloseTo(1.799457, 6);
    expect([found.lower, found.upper]).toEqual([close(0.791942), close(3.842586)]);
    expect(found.p).toBeCloseTo(0.1366817, 7);
  });

  test("by hand: 0 against 3 in equal time leaves 1/8 on each side", () => {
    const found = rateRatio({ count: 0, exposure: 5 }, { count: 3, exposure: 5 }, 0.95);
    expect(found.p).toBeCloseTo(0.25, 14);
    expect(found).toMatchObject({ ratio: 0, lower: 0 });
    // The upper end p solves (1 − p)³ = 0.025.
    const p = 1 - Math.cbrt(0.025);
    expect(found.upper).toBeCloseTo(p / (1 - p), 12);
  });

  test("half a million against half a million: the far tail is found without adding up", () => {
    const found = rateRatio({ count: 500_000, exposure: 1e6 }, { count: 501_000, exposure: 1e6 }, 0.95);
    expect(found.p).toBeCloseTo(0.31803654, 8);
  });

  test("nothing happened: any ratio fits; nowhere to happen: undefined; no event in the second: no finite ratio", () => {
    const nothing = { ratio: null, lower: null, upper: null, p: null };
    const any = { ...nothing, lower: 0, p: 1 };
    expect(rateRatio({ count: 0, exposure: 5 }, { count: 0, exposure: 5 }, 0.95)).toEqual(any);
    expect(rateRatio({ count: 2, exposure: 0 }, { count: 1, exposure: 5 }, 0.95)).toEqual(nothing);
    const found = rateRatio({ count: 4, exposure: 5 }, { count: 0, exposure: 5 }, 0.95);
    expect(found).toMatchObject({ ratio: null, upper: null, p: expect.closeTo(0.125, 12) });
    expect(found.lower).toBeGreaterThan(0);
  });

  test("swapping the two turns the ratio over and keeps p", () => {
    const side = integer({ min: 1, max: 60 });
    assert(
      property(side, side, side, side, (x1, t1, x2, t2) => {
        const [one, two] = [
          { count: x1, exposure: t1 },
          { count: x2, exposure: t2 },
        ];
        const [forth, back] = [rateRatio(one, two, 0.9), rateRatio(two, one, 0.9)];
        expect(back.upper! * forth.lower!).toBeCloseTo(1, 9);
        expect(back.p).toBeCloseTo(forth.p!, 9);
      }),
    );
  });
});
