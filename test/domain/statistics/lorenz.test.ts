import { array, assert, nat, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { lorenz, topShare } from "#domain/statistics/lorenz";

describe("M23 concentration", () => {
  test("nine people with 1 and one with 11: the top tenth holds 11 of 20", () => {
    expect(topShare([1, 1, 1, 1, 11, 1, 1, 1, 1, 1], 0.1)).toBeCloseTo(0.55, 14);
  });

  test("a part that is no whole number of people lies on the line between: 2.5 of 25", () => {
    const amounts = Array.from({ length: 25 }, (_, place) => place);
    expect(topShare(amounts, 0.1)).toBeCloseTo((24 + 23 + 22 / 2) / 300, 14);
    expect(
      topShare(
        Array.from({ length: 30 }, () => 1),
        0.1,
      ),
    ).toBeCloseTo(0.1, 14);
  });

  test("Lorenz of 0, 1, 3: nobody's share first", () => {
    expect(lorenz([3, 0, 1])!.map((point) => point.share)).toEqual([0, 0, 0.25, 1]);
  });

  test("nothing to share: undefined; negative amounts are refused", () => {
    expect(topShare([0, 0], 0.1)).toBeNull();
    expect(topShare([], 0.1)).toBeNull();
    expect(lorenz([])).toBeNull();
    expect(() => topShare([-1, 2], 0.1)).toThrow("negative");
    expect(() => topShare([1], 0)).toThrow("0 does not");
  });

  test("the top part holds at least its part, and all of them hold all", () => {
    assert(
      property(array(nat(50), { minLength: 1, maxLength: 30 }), (amounts) => {
        const share = topShare(amounts, 0.1);
        if (share === null) return;
        expect(share).toBeGreaterThanOrEqual(0.1 - 1e-12);
        expect(topShare(amounts, 1)).toBeCloseTo(1, 12);
      }),
    );
  });
});
