import { array, assert, constant, constantFrom, integer, nat, oneof, property, record } from "fast-check";
import { describe, expect, test } from "vitest";
import { workClock } from "#domain/calendar/work-clock";
import { blankPlan } from "#domain/plan/blank";
import { planDates } from "#domain/schedule/plan-dates";
import { endOf, runNetwork } from "#domain/schedule/run";
import { someStep } from "../../support/any-plan";
import type { Link, Network, Task } from "#domain/schedule/network";
import { office } from "../calendar/office";
import { links, london, network, scheduled, task, when } from "./networks";

describe("M6 how far a task may slip, where not all time is work", () => {
  const pinned = (day: string) => ({ pin: { kind: "start-no-earlier-than", at: Date.parse(day) } }) as const;

  test("a milestone is not late in the middle of the night, though what follows it is timed by the clock on the wall", () => {
    const tasks = [task("a 1d"), task("m 0d"), task("b 1d", pinned("2026-03-05T00:00Z"))];
    const { by } = scheduled(network(tasks, links("a FS m", "m FS b 10eh")));
    expect(by.m!.lateFinish).toBe(Date.parse("2026-03-04T17:00Z"));
    expect(when(by.a!.lateStart, by.a!.lateFinish)).toBe("04T08:00–04T17:00");
  });

  test("work is not late at the start of a day whose eve it would have to start on", () => {
    const tasks = [task("a 1d"), task("b 1d", pinned("2026-03-05T00:00Z"))];
    const { by } = scheduled(network(tasks, links("a SS b 10eh")));
    expect(by.a!.lateStart).toBe(Date.parse("2026-03-04T16:59Z"));
  });

  test("elapsed time slips through nights and weekends, and is not critical while it can", () => {
    const tasks = [task("a 2ed", pinned("2026-03-06T08:00Z")), task("b 1d")];
    const { by } = scheduled(network(tasks, links("a FS b")));
    expect(when(by.a!.start, by.a!.finish)).toBe("06T08:00–08T08:00");
    expect(by.a).toMatchObject({ totalSlackMinutes: 24 * 60, freeSlackMinutes: 24 * 60, critical: false });
    expect(by.b!.critical).toBe(true);
  });

  test("what overlaps by a lead may end that night without being late", () => {
    const always = office({ days: ["mon", "tue", "wed", "thu", "fri"], hours: ["00:00-24:00"] });
    const { by } = scheduled(network([task("a 18h", { calendar: always }), task("b 2d")], links("a FS b -1h")));
    expect(when(by.a!.start, by.a!.finish)).toBe("02T00:00–02T18:00");
    expect(when(by.b!.start, by.b!.finish)).toBe("02T16:00–04T16:00");
    expect(by.a).toMatchObject({ totalSlackMinutes: 14 * 60, critical: false });
  });
});

test("M6 days of slack are days by the clock where a step takes elapsed time", () => {
  const steps = [
    someStep("a", { start: "2026-03-02", duration: "2ed" }),
    someStep("b", { start: "2026-03-05", duration: "1d", after: [{ step: "a", type: "FS", lag: "0" }] }),
    someStep("c", { start: "2026-03-02", duration: "2d", after: [] }),
  ];
  const dates = planDates({ ...blankPlan("p", "P"), zone: "Europe/London", steps }, Date.parse("2026-03-01T12:00Z"));
  expect([dates.slackDays("a"), dates.slackDays("c")]).toEqual([1, 2]);
});

const night = office({ days: ["mon", "tue", "wed", "thu", "fri"], hours: ["22:00-06:00"] });
const weekend = office({ days: ["tue", "sat", "sun"], hours: ["01:30-04:00", "14:00-18:30"] });
const edge = record({
  from: nat(5),
  to: nat(5),
  type: constantFrom("FS", "SS", "FF", "SF"),
  lag: oneof(
    record({ work: integer({ min: -500, max: 700 }), elapsed: constant(0) }),
    record({ work: constant(0), elapsed: integer({ min: -1200, max: 1900 }) }),
  ),
});
const draft = record({
  works: array(record({ minutes: nat(1500), kind: constantFrom("work", "work", "elapsed", "night", "weekend") }), {
    minLength: 2,
    maxLength: 6,
  }),
  edges: array(edge, { maxLength: 10 }),
});

type Draft = typeof draft extends { generate(...args: never[]): { value: infer T } } ? T : never;

/** Over the weekend of 29 March, when clocks in London go forward. */
function build({ works, edges }: Draft): Network {
  const tasks = works.map(({ minutes, kind }, place): Task => {
    const duration = kind === "elapsed" ? { work: 0, elapsed: minutes } : { work: minutes, elapsed: 0 };
    const calendar = kind === "night" ? night : kind === "weekend" ? weekend : null;
    return { ...task(`t${place} 0d`), duration, calendar };
  });
  const joined = edges.flatMap(({ from, to, type, lag }): Link[] => {
    const isBackward = from >= to || to >= works.length;
    return isBackward ? [] : [{ from: `t${from}`, to: `t${to}`, type, lag: { kind: "span", ...lag } }];
  });
  return network(tasks, joined, { calendar: london, start: Date.parse("2026-03-26T00:00Z") });
}

/** When the plan ends if one task may not start before an instant. */
function endIf(of: Network, place: number, at: number): number {
  const pin = { kind: "start-no-earlier-than", at } as const;
  const run = runNetwork({ ...of, tasks: of.tasks.map((each, other) => (other === place ? { ...each, pin } : each)) });
  if (run.kind !== "run") throw new Error(run.kind);
  return endOf(run.graph, run.early);
}

test("M6 total slack is how far a task can slip before the plan ends later, with any calendars, lags and a change of clocks", () => {
  assert(
    property(draft, (drawn) => {
      const of = build(drawn);
      const { items, finish } = scheduled(of);
      items.forEach(({ lateStart, totalSlackMinutes }, place) => {
        const { duration, calendar } = of.tasks[place]!;
        if (duration.work === 0) return;
        const hours = workClock(calendar ?? london);
        expect(totalSlackMinutes).toBeGreaterThanOrEqual(0);
        // A minute either way: the end of one shift is the same minute of work as the start of the next.
        const after = (minutes: number) =>
          endIf(of, place, hours.startAt(hours.worked(lateStart / 60_000) + minutes) * 60_000);
        expect(after(-1)).toBe(finish / 60_000);
        expect(after(2)).toBeGreaterThan(finish / 60_000);
      });
    }),
    { numRuns: 200 },
  );
});
