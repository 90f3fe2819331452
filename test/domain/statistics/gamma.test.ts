import { describe, expect, test } from "vitest";
import { chiSquareUpper } from "#domain/statistics/chi-square";
import { gammaLower, gammaQuantile, gammaUpper } from "#domain/statistics/gamma";
import { normalHalfWidth, normalQuantile, normalUpper } from "#domain/statistics/normal";

const relative = (found: number, expected: number) => Math.abs(found / expected - 1);

describe("special functions to twelve digits", () => {
  test("Q(1, x) = e^(−x), and Q(n, x) is a Poisson sum", () => {
    expect(relative(gammaUpper(1, 30), Math.exp(-30))).toBeLessThan(1e-13);
    expect(relative(gammaUpper(3, 2), Math.exp(-2) * (1 + 2 + 2))).toBeLessThan(1e-14);
    expect(gammaLower(3, 0)).toBe(0);
    expect(gammaUpper(3, 0)).toBe(1);
  });

  // Reference values from an independent implementation at 40 digits, or by Temme's expansion.
  test.each([
    [1000, 1031.6227766016839, 0.15861581157127913],
    [10000, 10000, 0.4986701916600448],
    [1000000, 1002000, 0.022804095898769836],
    [10000000, 10015811.388300842, 2.9043295728273665e-7],
  ])("Q(%d, %d)", (a, x, expected) => expect(relative(gammaUpper(a, x), expected)).toBeLessThan(2e-12));

  test("the quantile undoes the distribution, far into both tails and for large shapes", () => {
    for (const a of [1, 2, 11, 137, 5000, 1e6]) {
      for (const p of [1e-9, 0.025, 0.5, 0.975, 1 - 1e-9]) {
        expect(relative(gammaLower(a, gammaQuantile(p, a)), p)).toBeLessThan(1e-10);
      }
    }
    expect(gammaQuantile(0, 3)).toBe(0);
    expect(gammaQuantile(1, 3)).toBe(Infinity);
  });

  test("normal and chi-square tables", () => {
    expect(normalHalfWidth(0.95)).toBeCloseTo(1.959963984540054, 14);
    expect(normalUpper(1.959963984540054)).toBeCloseTo(0.025, 14);
    expect(normalQuantile(0.5)).toBeCloseTo(0, 15);
    expect(chiSquareUpper(3.841458820694124, 1)).toBeCloseTo(0.05, 13);
    expect(chiSquareUpper(5.991464547107979, 2)).toBeCloseTo(0.05, 13);
  });
});
