import { expect, test } from "vitest";
import { rateJump } from "#domain/adoption/symptoms";

test.each([
  ["twelve in two weeks after six in eight: a jump", [12, 14], [6, 56], "jump"],
  ["three in two weeks after six in eight: chance", [3, 14], [6, 56], "none"],
  ["fewer than before", [0, 14], [20, 56], "none"],
  ["the first ever, five of them in two weeks after eight silent ones", [5, 14], [0, 56], "jump"],
  ["one after silence", [1, 14], [0, 56], "none"],
  ["nothing ever", [0, 14], [0, 56], "unknown"],
  ["nothing to compare with", [9, 5], [0, 0], "unknown"],
] as const)("M22 %s", (_, [recent, days], [before, daysBefore], verdict) => {
  const jump = rateJump({ count: recent, exposure: days }, { count: before, exposure: daysBefore });
  expect(jump.verdict).toBe(verdict);
  expect(jump.recent.count).toBe(recent);
});

// Clopper and Pearson for 12 of 18: the ends 0.40992524 and 0.86657260, found by halving the exact binomial sums, as odds times 56 / 14.
test("M22 the ratio is shown with its interval", () => {
  const { ratio, lower, upper } = rateJump({ count: 12, exposure: 14 }, { count: 6, exposure: 56 });
  expect(ratio).toBe(8);
  expect(lower).toBeCloseTo(2.778802, 6);
  expect(upper).toBeCloseTo(25.978849, 6);
});
