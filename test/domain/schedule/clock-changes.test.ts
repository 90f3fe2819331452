import { assert, integer, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { addWorkingDays } from "#domain/calendar/working-day";
import { blankPlan } from "#domain/plan/blank";
import { findCalendar } from "#domain/plan/plan-calendar";
import type { Plan } from "#domain/plan/plan";
import { planNetwork } from "#domain/schedule/plan-network";
import { scheduleReport } from "#domain/schedule/report";
import { someStep } from "../../support/any-plan";

const night = { kind: "working", days: ["sat", "sun"], hours: ["22:00-06:00"], holidays: [] } as const;

function report(zone: string, start: string, rest: Partial<Plan>) {
  const plan: Plan = {
    ...blankPlan("p", "P"),
    zone,
    start,
    calendars: { night, always: { kind: "continuous" } },
    ...rest,
  };
  return scheduleReport(planNetwork(plan, start)).items.map((item) => `${item.start} ${item.finish}`);
}

/** Worked by hand: the clock on the wall, and what really passes. A shift over the change is an hour (on Lord Howe half an hour) shorter or longer. */
describe("M6 M37 steps over the change of clocks", () => {
  test.each([
    ["Europe/Berlin", "2026-03-28", "8h", "2026-03-28T22:00:00+01:00 2026-03-29T23:00:00+02:00"],
    ["Europe/Berlin", "2026-10-24", "8h", "2026-10-24T22:00:00+02:00 2026-10-25T05:00:00+01:00"],
    ["America/New_York", "2026-03-07", "8h", "2026-03-07T22:00:00-05:00 2026-03-08T23:00:00-04:00"],
    ["America/New_York", "2026-10-31", "8h", "2026-10-31T22:00:00-04:00 2026-11-01T05:00:00-05:00"],
    ["Asia/Kathmandu", "2026-03-28", "8h", "2026-03-28T22:00:00+05:45 2026-03-29T06:00:00+05:45"],
    ["Australia/Lord_Howe", "2026-10-03", "8h", "2026-10-03T22:00:00+10:30 2026-10-04T22:30:00+11:00"],
    ["Australia/Lord_Howe", "2026-04-04", "8h", "2026-04-04T22:00:00+11:00 2026-04-05T05:30:00+10:30"],
  ])("%s, a night shift from %s of %s", (zone, start, duration, expected) => {
    expect(report(zone, start, { steps: [someStep("a", { duration, calendar: "night" })] })).toEqual([expected]);
  });

  test.each([
    ["Europe/Berlin", "2026-03-28", "2026-03-28T00:00:00+01:00 2026-03-30T01:00:00+02:00"],
    ["Europe/Berlin", "2026-10-24", "2026-10-24T00:00:00+02:00 2026-10-25T23:00:00+01:00"],
    ["Australia/Lord_Howe", "2026-10-03", "2026-10-03T00:00:00+10:30 2026-10-05T00:30:00+11:00"],
    ["Asia/Kathmandu", "2026-03-28", "2026-03-28T00:00:00+05:45 2026-03-30T00:00:00+05:45"],
  ])("%s, 48 hours from %s, elapsed or around the clock", (zone, start, expected) => {
    const steps = [
      someStep("a", { duration: "2ed", start, calendar: "always" }),
      someStep("b", { duration: "48h", calendar: "always" }),
    ];
    expect(report(zone, start, { steps })).toEqual([expected, expected]);
  });

  test("office hours keep the clock on the wall on both sides", () => {
    const steps = [someStep("a", { duration: "2d" })];
    expect(report("Europe/Berlin", "2026-03-27", { steps })).toEqual([
      "2026-03-27T08:00:00+01:00 2026-03-30T17:00:00+02:00",
    ]);
  });
});

test("M5 an anchor moved by any number of working days moves every step counted from it by as many, and no pinned one", () => {
  const plan = (golive: string): Plan => ({
    ...blankPlan("p", "P"),
    zone: "Europe/Berlin",
    calendar: {
      kind: "working",
      days: ["mon", "tue", "wed", "thu", "fri"],
      hours: ["08:00-16:00"],
      holidays: ["2026-05-01", "2026-05-25"],
    },
    anchors: { golive },
    steps: [
      someStep("before", { duration: "1d", anchor: { anchor: "golive", offset: "-10d" } }),
      someStep("after", { duration: "1d", anchor: { anchor: "golive", offset: "2w" } }),
      someStep("pinned", { duration: "1d", start: "2026-05-04" }),
    ],
  });
  const calendar = findCalendar(plan("2026-05-11"));
  if (calendar === null) throw new Error("no calendar");
  const days = (golive: string) =>
    scheduleReport(planNetwork(plan(golive), "2026-01-01")).items.map(({ start }) => start.slice(0, 10));
  const [before = "", after = "", pinned] = days("2026-05-11");
  assert(
    property(integer({ min: -60, max: 60 }), (by) => {
      const moved = (day: string) => addWorkingDays(calendar, day, by);
      expect(days(moved("2026-05-11"))).toEqual([moved(before), moved(after), pinned]);
    }),
    { numRuns: 60 },
  );
});
