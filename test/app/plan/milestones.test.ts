import { expect, test } from "vitest";
import { baselineWords } from "#app/plan/baseline-words";
import { milestones } from "#app/plan/milestones";
import { blankPlan } from "#domain/plan/blank";

const wave = (id: string, golive: string) => ({ id, title: id, golive, departments: [] });
const plan = {
  ...blankPlan("crm", "CRM"),
  anchors: { delivery: "2026-11-06", golive: "2026-11-16", gate2: "2027-02-24" },
  waves: [wave("Sales", "2026-11-16"), wave("Service", "2026-11-30")],
};

test("M44 what happens on one day is one stop, and hyper-care begins with the first go-live", () => {
  expect(milestones(plan)).toEqual([
    { day: "2026-11-06", name: "Delivery" },
    { day: "2026-11-16", name: "Go-live, Go-live Sales, hyper-care begins" },
    { day: "2026-11-30", name: "Go-live Service" },
    { day: "2027-02-24", name: "Gate 2" },
  ]);
});

test("M44 a plan that dates hyper-care itself is taken at its word", () => {
  const own = { ...plan, anchors: { ...plan.anchors, hypercare: "2026-11-18" } };
  expect(milestones(own)).toContainEqual({ day: "2026-11-18", name: "Hyper-care" });
  expect(milestones(own).some(({ name }) => name.includes("begins"))).toBe(false);
});

const baseline = {
  at: 0,
  by: "Ana",
  steps: [
    { step: "a", start: "2026-11-02T09:00", finish: "2026-11-04T17:00" },
    { step: "b", start: "2026-11-04T09:00", finish: "2026-11-06T17:00" },
  ],
};

test.each([
  [
    [
      { id: "a", finish: "2026-11-04T12:00" },
      { id: "b", finish: "2026-11-08T17:00" },
    ],
    "baseline +2 d",
  ],
  [
    [
      { id: "a", finish: "2026-11-04T12:00" },
      { id: "b", finish: "2026-11-05T17:00" },
    ],
    "baseline −1 d",
  ],
  [
    [
      { id: "a", finish: "2026-11-06T12:00" },
      { id: "b", finish: "2026-11-05T17:00" },
    ],
    "as in the baseline",
  ],
  [
    [
      { id: "a", finish: "2026-11-04T12:00" },
      { id: "new", finish: "2026-12-05T17:00" },
    ],
    "as in the baseline",
  ],
  [[{ id: "new", finish: "2026-12-05T17:00" }], "no step of the baseline is left"],
])("M80 the work of %j stands %s", (items, words) => {
  expect(baselineWords(baseline, items)).toBe(words);
  expect(baselineWords(null, items)).toBe("no baseline yet");
});
