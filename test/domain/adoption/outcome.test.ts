import { isWatermelon, outcome, plannedAt } from "#domain/adoption/outcome";
import { green, red } from "#domain/adoption/verdict";
import type { Kpi } from "#domain/plan/plan";
import { describe, expect, test } from "vitest";

const planned = [
  { on: "2026-03-01", value: 20 },
  { on: "2026-03-11", value: 10 },
  { on: "2026-03-31", value: 4 },
];
const kpi: Kpi = {
  id: "k1",
  milestone: "Go-live",
  title: "Days to close",
  unit: "days",
  better: "lower",
  baseline: 20,
  planned,
  owner: "coo@example.com",
};

test.each([
  ["2026-02-28", null],
  ["2026-03-01", 20],
  ["2026-03-02", 19],
  ["2026-03-11", 10],
  ["2026-03-21", 7],
  ["2026-03-31", 4],
  ["2026-12-31", 4],
])("K1 on %s %s is planned (M85)", (day, value) => {
  expect(plannedAt(planned, day)).toBe(value);
  expect(plannedAt(planned.toReversed(), day)).toBe(value);
});

describe("K2 reality against the plan of the same day (M85)", () => {
  test.each([
    ["lower", 6, "ahead", -1],
    ["lower", 7, "on plan", 0],
    ["lower", 8, "behind", 1],
    ["higher", 6, "behind", -1],
    ["higher", 8, "ahead", 1],
  ] as const)("%s is better: %d is %s by %d", (better, value, standing, delta) => {
    const found = outcome({ ...kpi, better }, [{ on: "2026-03-21", value }], "2026-03-21");
    expect(found).toMatchObject({ standing, delta, verdict: standing === "behind" ? red("threshold") : green });
  });

  test("says both numbers, the sign, the unit and the direction", () => {
    expect(outcome(kpi, [{ on: "2026-03-21", value: 9.5 }], "2026-03-22").sentence).toBe(
      "Days to close: 9.5 days on 21 Mar 2026, 7 planned: +2.5 days, behind (lower is better).",
    );
  });

  test.each([
    ["2026-03-28", null],
    ["2026-03-29", "stale-data"],
  ] as const)("a reading of 21 March on %s: %s (M102)", (today, reason) => {
    expect(outcome(kpi, [{ on: "2026-03-21", value: 7 }], today).verdict.reason).toBe(reason);
  });

  test("the newest reading counts; one of tomorrow does not yet; none is RED", () => {
    const readings = [
      { on: "2026-03-21", value: 7 },
      { on: "2026-03-20", value: 1 },
      { on: "2026-03-23", value: 99 },
    ];
    expect(outcome(kpi, readings, "2026-03-22").reading).toEqual({ on: "2026-03-21", value: 7 });
    expect(outcome(kpi, [], "2026-03-22").verdict).toEqual(red("no-evidence"));
    expect(outcome(kpi, [{ on: "2026-02-01", value: 7 }], "2026-02-01").verdict).toEqual(red("undefined"));
  });
});

test.each([
  [green, [], false],
  [green, [green], false],
  [green, [green, red("threshold")], true],
  [green, [red("stale-data")], true],
  [red("threshold"), [red("threshold")], false],
  [red("threshold"), [green], false],
])("K3 schedule %j with KPIs %j: watermelon %s (M87)", (schedule, verdicts, expected) => {
  const outcomes = verdicts.map((verdict) => ({ verdict }));
  expect(isWatermelon(schedule, outcomes)).toBe(expected);
});
