import { expect, test } from "vitest";
import { holds, judgeCriterion } from "#domain/plan/criterion";
import type { Criterion } from "#domain/plan/plan";

const hour = 3_600_000;
const day = 24 * hour;
const criterion = (rest: Partial<Criterion>): Criterion => ({
  measure: "m",
  op: ">=",
  value: 100,
  unit: "%",
  by: null,
  from: null,
  holds: "by",
  ...rest,
});
const launch = 1_000_000 * hour;
const within = (length: number) => ({ from: launch, by: launch + length });

test.each([
  ["all users log in within 24 h of launch", criterion({ value: 100 }), day, 100, 99.99],
  ["integrity of at least 99.9 %", criterion({ value: 99.9 }), day, 99.9, 99.89],
  ["90 % complete training by day 5", criterion({ value: 90 }), 5 * day, 90, 89.9],
  ["the new process handles 100 % of requests by week 2", criterion({ value: 100 }), 14 * day, 100, 99],
])("M8 %s: at the threshold, below it, and a second around the deadline", (_, rule, length, good, bad) => {
  const at = (value: number, moment: number, now: number) =>
    judgeCriterion(rule, [{ at: launch + moment, value }], { now: launch + now, window: within(length) });
  expect(at(good, length - 1000, length - 1000)).toBe("met");
  expect(at(good, length, length)).toBe("met");
  expect(at(good, length + 1000, length + 1000)).toBe("failed");
  expect(at(bad, length - 1000, length)).toBe("pending");
  expect(at(bad, length - 1000, length + 1000)).toBe("failed");
});

test("M8 no severity-1 incident in the first 48 h fails at once and passes only when the window closes", () => {
  const rule = criterion({ op: "=", value: 0, unit: "incidents", holds: "throughout" });
  const judge = (readings: { at: number; value: number }[], now: number) =>
    judgeCriterion(rule, readings, { now, window: within(48 * hour) });
  const quiet = [{ at: launch + hour, value: 0 }];
  expect(judge(quiet, launch + 48 * hour - 60_000)).toBe("pending");
  expect(judge(quiet, launch + 48 * hour)).toBe("met");
  expect(judge([...quiet, { at: launch + 2 * hour, value: 1 }], launch + 2 * hour)).toBe("failed");
  expect(judge([...quiet, { at: launch + 48 * hour + 1000, value: 1 }], launch + 50 * hour)).toBe("met");
  expect(judge([{ at: launch - 1000, value: 1 }, ...quiet], launch + 48 * hour)).toBe("met");
  expect(judge([], launch + 49 * hour)).toBe("failed");
});

test.each([
  [10_000, 100, true],
  [9_999, 100, false],
  [9_990, 99.9, true],
  [9_989, 99.9, false],
])("M9 %i of 10,000 records at %d %%: %s", (actual, value, met) => {
  expect(holds(criterion({ value }), { at: 0, actual, expected: 10_000 })).toBe(met);
});

test("M9 a share of nothing proves nothing", () => {
  expect(holds(criterion({ op: "<=" }), { at: 0, actual: 0, expected: 0 })).toBe(false);
});
