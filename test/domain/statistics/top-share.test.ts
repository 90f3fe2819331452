import { topShare } from "#domain/statistics/lorenz";
import { topShareInterval } from "#domain/statistics/top-share";
import { array, assert, integer, property } from "fast-check";
import { describe, expect, test } from "vitest";

const amounts = array(integer({ min: 0, max: 60 }), { minLength: 20, maxLength: 80 }).filter(
  (drawn) => Math.max(...drawn) > 0,
);

describe("the interval of a top share", () => {
  test("the estimate is the Lorenz curve's own, inside its interval, which a wider level contains", () => {
    assert(
      property(amounts, (drawn) => {
        const at = topShareInterval(drawn, 0.1, 0.95);
        const wide = topShareInterval(drawn, 0.1, 0.99);
        expect(at.estimate).toBe(topShare(drawn, 0.1));
        expect(at.lower).toBeLessThanOrEqual(at.estimate! + 1e-12);
        expect(at.upper).toBeGreaterThanOrEqual(at.estimate! - 1e-12);
        expect(wide.lower!).toBeLessThanOrEqual(at.lower!);
        expect(wide.upper!).toBeGreaterThanOrEqual(at.upper!);
      }),
    );
  });

  test("it is about as wide as leaving out one person at a time says", () => {
    const drawn = Array.from({ length: 400 }, (_, at) => 1 + ((at * 7919) % 97) ** 2 / 50);
    const n = drawn.length;
    const without = drawn.map((_, at) => topShare(drawn.toSpliced(at, 1), 0.1)!);
    const mean = without.reduce((sum, value) => sum + value, 0) / n;
    const jackknife = Math.sqrt(((n - 1) / n) * without.reduce((sum, value) => sum + (value - mean) ** 2, 0));
    const at = topShareInterval(drawn, 0.1, 0.95);
    const se = (at.upper! - at.lower!) / 2 / 1.959964;
    expect(se / jackknife).toBeGreaterThan(0.9);
    expect(se / jackknife).toBeLessThan(1.1);
  });

  test("all alike: exactly a tenth, and sure of it", () => {
    const at = topShareInterval(
      Array.from({ length: 50 }, () => 3),
      0.1,
      0.95,
    );
    for (const value of [at.estimate, at.lower, at.upper]) expect(value).toBeCloseTo(0.1, 12);
  });

  test("nobody did anything: undefined", () => {
    expect(topShareInterval([0, 0], 0.1, 0.95)).toEqual({ estimate: null, lower: null, upper: null });
  });
});
