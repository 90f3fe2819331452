import { expect, test } from "vitest";
import { blankPlan } from "#domain/plan/blank";
import { criterionWindow } from "#domain/plan/criterion-window";
import type { Criterion, Plan } from "#domain/plan/plan";

const plan: Plan = {
  ...blankPlan("crm", "CRM"),
  zone: "Europe/Berlin",
  anchors: { golive: "2026-03-30" },
  waves: [{ id: "service", title: "Service", golive: "2026-04-07", departments: [] }],
};
const criterion: Criterion = { measure: "m", op: ">=", value: 1, unit: "", by: null, from: null, holds: "by" };
const at = (text: string) => Date.parse(text);

test.each([
  ["no days: open for ever", {}, null, { from: null, by: null }],
  [
    "a deadline lasts until its day is over where the plan is",
    { by: "2026-03-28" },
    null,
    { from: null, by: at("2026-03-29T00:00:00+01:00") },
  ],
  [
    "a minute is a minute, on summer time too",
    { from: "2026-03-29T13:00", by: "2026-03-29T14:30" },
    null,
    { from: at("2026-03-29T13:00:00+02:00"), by: at("2026-03-29T14:30:00+02:00") },
  ],
  [
    "working days back from an anchor",
    { by: { anchor: "golive", offset: "-1d" } },
    null,
    { from: null, by: at("2026-03-28T00:00:00+01:00") },
  ],
  [
    "a wave counts from its own go-live",
    { from: { anchor: "golive", offset: "0" } },
    "service",
    { from: at("2026-04-07T00:00:00+02:00"), by: null },
  ],
  [
    "an anchor without a day leaves the window open",
    { by: { anchor: "gate2", offset: "1d" } },
    null,
    { from: null, by: null },
  ],
])("M8 %s", (_, words, wave, window) => {
  expect(criterionWindow({ ...criterion, ...words }, plan, { wave })).toEqual(window);
});
