import { completeness, compliance, goalsMet, partOf, userAdoption } from "#domain/adoption/shares";
import { stability } from "#domain/adoption/stability";
import { array, assert, integer, property } from "fast-check";
import { describe, expect, test } from "vitest";

test("the interval is Wilson's: 81 of 263 lies between 0.2553 and 0.3662", () => {
  const { lower, upper } = partOf(81, 263);
  expect([lower!.toFixed(4), upper!.toFixed(4)]).toEqual(["0.2553", "0.3662"]);
  expect(partOf(0, 0)).toMatchObject({ estimate: null, lower: null, upper: null });
});

describe("N1 user adoption (M76)", () => {
  const day = (number: number, active: number, provisioned = 100) => ({
    day: `2026-04-0${number}`,
    active,
    provisioned,
  });

  test("the median working day, with its own counts", () => {
    const found = userAdoption([day(1, 60), day(2, 80), day(3, 10), day(4, 70), day(5, 75)]);
    expect(found).toMatchObject({ day: "2026-04-04", part: 70, whole: 100, estimate: 0.7 });
  });

  test("of four days the lower of the middle two; a day with nobody provisioned is none", () => {
    expect(userAdoption([day(1, 60), day(2, 80), day(3, 10), day(4, 70), day(5, 0, 0)]).part).toBe(60);
    expect(userAdoption([day(5, 0, 0)])).toMatchObject({ day: null, estimate: null });
  });

  test("half the days or more reach it", () => {
    const days = array(integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 9 });
    assert(
      property(days, (drawn) => {
        const found = userAdoption(drawn.map((active, index) => ({ day: `${index}`, active, provisioned: 50 })));
        expect(drawn.filter((active) => active >= found.part).length * 2).toBeGreaterThanOrEqual(drawn.length);
        expect(drawn.filter((active) => active <= found.part).length * 2).toBeGreaterThanOrEqual(drawn.length);
      }),
    );
  });
});

test("N2 completeness pools cells, not fields; the emptiest field comes first (M77)", () => {
  const found = completeness([
    { field: "Account", filled: 10, records: 10 },
    { field: "Region", filled: 20, records: 90 },
    { field: "Unused", filled: 0, records: 0 },
  ]);
  expect(found).toMatchObject({ part: 30, whole: 100, estimate: 0.3 });
  expect(found.fields.map(({ field }) => field)).toEqual(["Region", "Account", "Unused"]);
});

test("N3 goals met ÷ due: neither future goals nor future success count (M78)", () => {
  const goals = [
    { due: "2026-03-01", metOn: "2026-03-20" },
    { due: "2026-04-01", metOn: null },
    { due: "2026-04-01", metOn: "2026-04-02" },
    { due: "2026-05-01", metOn: "2026-03-01" },
  ];
  expect(goalsMet(goals, "2026-04-01")).toMatchObject({ part: 1, whole: 3 });
  expect(goalsMet(goals, "2026-01-01").estimate).toBe(null);
});

test("N4 conforming ÷ all cases over the processes (M79)", () => {
  const rows = [
    { process: "order", conforming: 45, cases: 50 },
    { process: "returns", conforming: 0, cases: 10 },
  ];
  expect(compliance(rows)).toMatchObject({ part: 45, whole: 60, estimate: 0.75 });
});

test("N5 stability against the baseline: slip days, on time, scope (M80)", () => {
  const baseline = [
    { id: "a", finish: "2026-03-02" },
    { id: "b", finish: "2026-03-09" },
    { id: "c", finish: null },
    { id: "gone", finish: "2026-03-09" },
  ];
  const now = [
    { id: "a", finish: "2026-03-01" },
    { id: "b", finish: "2026-03-16" },
    { id: "c", finish: "2026-03-20" },
    { id: "new", finish: "2026-04-01" },
  ];
  expect(stability(baseline, now)).toMatchObject({
    onTime: { part: 1, whole: 2 },
    worstSlipDays: 7,
    slipped: [{ id: "b", days: 7 }],
    added: ["new"],
    removed: ["gone"],
  });
  expect(stability(baseline, baseline)).toMatchObject({ worstSlipDays: 0, slipped: [], added: [], removed: [] });
});
