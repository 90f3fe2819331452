import { describe, expect, test } from "vitest";
import { binomialDensity } from "#domain/statistics/density";
import { clopperPearson, wilson } from "#domain/statistics/proportion";

describe("M77 proportions", () => {
  test.each([
    [81, 263, 0.2553, 0.3662],
    [0, 20, 0, 0.1611],
    [20, 20, 0.8389, 1],
  ])("Wilson for %i of %i", (x, n, lower, upper) => {
    const found = wilson(x, n, 0.95);
    expect([found.lower, found.upper]).toEqual([expect.closeTo(lower, 4), expect.closeTo(upper, 4)]);
  });

  test("Clopper–Pearson leaves exactly its tails, and 0 of 20 solves (1 − p)²⁰ = 0.025", () => {
    const found = clopperPearson(81, 263, 0.95);
    const upTo = (x: number, p: number) =>
      Array.from({ length: x + 1 }, (_, k) => binomialDensity(k, 263, p)).reduce((sum, value) => sum + value);
    expect(1 - upTo(80, found.lower!)).toBeCloseTo(0.025, 11);
    expect(upTo(81, found.upper!)).toBeCloseTo(0.025, 11);
    expect(clopperPearson(0, 20, 0.95)).toMatchObject({ lower: 0, upper: expect.closeTo(1 - 0.025 ** 0.05, 12) });
  });

  test("of nobody, a proportion is undefined; more than all is refused", () => {
    expect(wilson(0, 0, 0.95)).toEqual({ estimate: null, lower: null, upper: null });
    expect(clopperPearson(0, 0, 0.95).estimate).toBeNull();
    expect(() => wilson(3, 2, 0.95)).toThrow("3 of 2");
    expect(() => clopperPearson(-1, 2, 0.95)).toThrow("-1 of 2");
  });
});
