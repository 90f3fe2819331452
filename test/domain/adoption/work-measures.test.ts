import { usualClock } from "#domain/adoption/clock";
import { concentration } from "#domain/adoption/concentration";
import { difference } from "#domain/adoption/difference";
import { helpDesk } from "#domain/adoption/help-desk";
import { measure } from "#domain/adoption/measures";
import type { Evidence } from "#domain/adoption/measures";
import { userAdoption } from "#domain/adoption/shares";
import { daysFromTo, latestDays, weekThree, workOf } from "#domain/adoption/work";
import type { Threshold } from "#domain/plan/plan";
import { describe, expect, test } from "vitest";

const nothing: Evidence = {
  clock: usualClock,
  curve: null,
  helpDesk: helpDesk([], () => false),
  concentration: null,
  userAdoption: null,
  eligible: () => 0,
  ageHours: 3,
};
const half: Threshold = { metric: "concentration", at: null, op: "<=", value: 0.5, rule: "point", bound: null };
const most: Threshold = { metric: "adoption-rate", at: null, op: ">=", value: 0.6, rule: "point", bound: null };

describe("V8 the work of the busiest tenth in week 3 (M23)", () => {
  const even = Array.from({ length: 60 }, () => 10);
  const skewed = even.map((_, at) => (at < 6 ? 100 : 1));

  test("even work is GREEN, and says its share with an interval", () => {
    const found = measure(half, { ...nothing, concentration: concentration(even) });
    expect(found.verdict.colour).toBe("GREEN");
    expect(found.sentence).toBe(
      "The busiest tenth did 10 % (10–10) of the work of week 3; gate 2 asks for 50 % at most.",
    );
    expect(found.n).toBe(60);
  });

  test("six of sixty with a hundred hours each against one: 600 of 654", () => {
    const found = measure(half, { ...nothing, concentration: concentration(skewed) });
    expect(found.verdict).toEqual({ colour: "RED", reason: "threshold" });
    expect(found.value).toBeCloseTo(600 / 654, 12);
  });

  test.each([
    ["no-evidence", null, "before the third week is over"],
    ["insufficient-n", concentration(even.slice(0, 49)), "a tenth of 49 is fewer than five"],
    ["undefined", concentration(even.map(() => 0)), "nobody did anything"],
  ] as const)("W2 RED %s and no number: %#", (reason, found, _when) => {
    const shown = measure(half, { ...nothing, concentration: found });
    expect(shown.verdict.reason).toBe(reason);
    expect([shown.value, shown.lower, shown.upper]).toEqual([null, null, null]);
  });
});

describe("V9 at work on a usual day (M76)", () => {
  const week = (active: readonly number[], provisioned = 20) =>
    userAdoption(active.map((part, at) => ({ day: `2026-03-0${at + 2}`, active: part, provisioned })));

  test("the median day decides, not the quiet Friday", () => {
    const found = measure(most, { ...nothing, userAdoption: week([14, 15, 13, 14, 2]) });
    expect(found.verdict.colour).toBe("GREEN");
    expect(found.value).toBe(14 / 20);
  });

  test.each([
    ["threshold", week([11, 11, 11, 11, 11])],
    ["insufficient-n", week([9, 9, 9, 9, 9], 9)],
    ["no-evidence", week([])],
    ["no-evidence", null],
  ] as const)("RED %s: %#", (reason, found) => {
    expect(measure(most, { ...nothing, userAdoption: found }).verdict.reason).toBe(reason);
  });

  test("M102 old evidence is RED whatever it says", () => {
    const found = measure(most, { ...nothing, ageHours: 169, userAdoption: week([20, 20, 20, 20, 20]) });
    expect(found.verdict.reason).toBe("stale-data");
  });
});

describe("W1 W3 which days, and how much was done on them", () => {
  test("the third week is days 15 to 21, go-live being day 1, also across the change of clocks", () => {
    expect(weekThree("2026-03-16")).toEqual({ first: "2026-03-30", last: "2026-04-05" });
    expect(daysFromTo("2026-03-28", "2026-03-30")).toEqual(["2026-03-28", "2026-03-29", "2026-03-30"]);
  });

  test("the day of the cut is not over, so it is none of the latest seven", () => {
    expect([latestDays("2026-03-16")[0], latestDays("2026-03-16").at(-1)]).toEqual(["2026-03-09", "2026-03-15"]);
  });

  test("hours are counted by day, whoever is not known did nothing", () => {
    const work = workOf([{ person: 1, week: 202612, hours: [0b1011, 0, 0, 0, 0, 0, 1 << 23] }]);
    expect([work.hours(1, "2026-03-16"), work.hours(1, "2026-03-17"), work.hours(1, "2026-03-22")]).toEqual([3, 0, 1]);
    expect(work.hours(2, "2026-03-16")).toBe(0);
  });
});

describe("L1 whether groups become independent at the same pace (M71)", () => {
  const group = (days: readonly number[]) => ({
    time: Float64Array.from(days),
    status: Uint8Array.from(days, () => 1),
  });
  const fast = group([1, 1, 2, 2, 3, 3, 3, 4, 4, 5]);
  const slow = group([10, 11, 12, 12, 13, 14, 15, 15, 16, 20]);

  test("two that never overlap differ; one beside itself does not", () => {
    expect(difference("waves", [fast, slow])?.sentence).toMatch(
      /do not become independent at the same pace \(log-rank, p < 0\.001\)/,
    );
    expect(difference("departments", [fast, fast])).toMatchObject({ differs: false, test: { chisq: 0, p: 1 } });
  });

  test("nine people are too few to compare, and one group alone is no comparison", () => {
    expect(difference("waves", [fast, group([1, 2, 3, 4, 5, 6, 7, 8, 9])])).toBeNull();
    expect(difference("waves", [fast])).toBeNull();
  });
});
