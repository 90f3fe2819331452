import { expect, test } from "vitest";
import { blankPlan } from "#domain/plan/blank";
import { planFile, toPlanFile } from "#contract/plan-file";
import { findCalendar, findStepCalendar } from "#domain/plan/plan-calendar";
import { shiftsOn } from "#domain/calendar/calendar";
import { dayFrom } from "#domain/calendar/working-day";
import { findDuration } from "#domain/calendar/duration";

const file = {
  uptake: 1,
  plan: {
    id: "p",
    title: "P",
    zone: "Europe/Berlin",
    calendar: {
      days: ["mon", "tue", "wed", "thu", "fri"],
      hours: ["08:00-12:00", "13:00-17:00"],
      holidays: ["2026-04-03"],
      week: { fri: ["08:00-14:00"], sat: ["09:00-12:00"] },
      exceptions: { "2026-12-24": ["08:00-12:00"], "2026-12-26": [] },
    },
    calendars: { night: { days: ["mon"], hours: ["22:00-06:00"] }, always: "continuous" },
  },
  steps: [
    { id: "a", title: "A", calendar: "night" },
    { id: "b", title: "B" },
  ],
};

test("M5 hours may differ from weekday to weekday and from day to day", () => {
  const plan = planFile.parse(file);
  const calendar = findCalendar(plan);
  if (calendar?.kind !== "working") throw new Error("no calendar");
  const hours = (day: string) => shiftsOn(calendar, day).map(({ from, to }) => [from / 60, to / 60]);
  expect([hours("2026-03-05"), hours("2026-03-06"), hours("2026-03-07"), hours("2026-03-08")]).toEqual([
    [
      [8, 12],
      [13, 17],
    ],
    [[8, 14]],
    [[9, 12]],
    [],
  ]);
  expect([hours("2026-04-03"), hours("2026-12-24"), hours("2026-12-26")]).toEqual([[], [[8, 12]], []]);
  expect([calendar.dayMinutes, calendar.weekMinutes]).toEqual([480, 4 * 480 + 360 + 180]);
  expect(dayFrom(calendar, "2026-03-02", findDuration("1w")!)).toBe("2026-03-09");
});

test("a step names its calendar; the plan's own words come back as they were", () => {
  const plan = planFile.parse(file);
  expect(plan.steps.map((step) => findStepCalendar(plan, step)?.kind ?? null)).toEqual(["working", null]);
  expect(planFile.parse(toPlanFile(plan))).toEqual(plan);
  expect(findStepCalendar(plan, { calendar: "constructor" })).toBeNull();
});

test.each([
  [{ week: { fri: ["8-14"] } }, '"8-14" are not hours'],
  [{ exceptions: { "2026-12-24": ["08:00-12:00", "11:00-13:00"] } }, "overlap"],
  [{ days: ["mon"], week: { mon: [] } }, "no working time"],
  [{ exceptions: { "24 December": [] } }, ""],
])("a calendar nobody can work by is refused: %j", (calendar, reason) => {
  const read = planFile.safeParse({ ...file, plan: { ...file.plan, calendar } });
  expect(read.success ? "read" : read.error.issues[0]?.message).toContain(reason);
  expect(read.success).toBe(false);
});

test("the registers of rights and of signatures come back as they were, M17 M69", () => {
  const permissions = [{ role: "Seller", record: "orders", view: true, edit: false, delete: null }];
  const sections = [{ section: "Scope", owner: "ana@example.com", signedBy: null }];
  const plan = planFile.parse({ ...file, permissions, sections });
  expect([plan.permissions, plan.sections]).toEqual([permissions, sections]);
  expect(planFile.parse(toPlanFile(plan))).toEqual(plan);
});

test("M16 the plans of other kinds are linked, not copied, and come back as they were", () => {
  const documents = [{ kind: "project-plan" as const, title: "CRM project plan", url: "https://example.com/plan" }];
  const linked = { ...blankPlan("p", "P"), documents };
  expect(planFile.parse(toPlanFile(linked))).toEqual(linked);
  expect(
    planFile.safeParse({ ...toPlanFile(linked), documents: [{ kind: "diary", title: "D", url: "x" }] }).success,
  ).toBe(false);
});
