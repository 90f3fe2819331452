import { assert, constantFrom, integer, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { continuousCalendar } from "#domain/calendar/calendar";
import type { WorkingCalendar } from "#domain/calendar/calendar";
import { addWork, lastFinish, nextStart, workClock } from "#domain/calendar/work-clock";
import { minute, office, text } from "./office";

const added = (calendar: WorkingCalendar, from: string, work: number) =>
  text(addWork(workClock(calendar), minute(from), work));

describe("working time", () => {
  test.each([
    ["2026-03-02T08:00Z", 480, "2026-03-02T17:00Z"],
    ["2026-03-02T08:00Z", 240, "2026-03-02T12:00Z"],
    ["2026-03-02T08:00Z", 241, "2026-03-02T13:01Z"],
    ["2026-03-02T10:00Z", 2 * 480, "2026-03-04T10:00Z"],
    ["2026-03-06T17:00Z", 480, "2026-03-09T17:00Z"],
    ["2026-03-07T03:00Z", 60, "2026-03-09T09:00Z"],
    ["2026-03-06T17:00Z", -480, "2026-03-06T08:00Z"],
    ["2026-03-09T08:00Z", -60, "2026-03-06T16:00Z"],
    ["2026-03-02T10:00Z", 0, "2026-03-02T10:00Z"],
  ])("%s and %i minutes of work is %s", (from, work, expected) => {
    expect(added(office({}), from, work)).toBe(expected);
  });

  test("holidays and exceptions: Good Friday is off, one Saturday is worked", () => {
    const base = office({ holidays: ["2026-04-03"] });
    const calendar = { ...base, exceptions: new Map([...base.exceptions, ["2026-04-04", [{ from: 540, to: 600 }]]]) };
    expect(added(calendar, "2026-04-02T15:00Z", 180)).toBe("2026-04-06T08:00Z");
  });

  test("the week the clocks go forward a day of work still has its eight hours", () => {
    expect(added(office({}), "2026-03-27T08:00Z", 960)).toBe("2026-03-30T16:00Z");
    expect(added(office({}), "2026-10-23T07:00Z", 960)).toBe("2026-10-26T17:00Z");
  });

  test("a night shift loses the hour that the clocks skip, and gains the one they repeat", () => {
    const nights = office({ days: ["sat"], hours: ["22:00-06:00"] });
    const clock = workClock(nights);
    const length = (from: string, to: string) => clock.worked(minute(to)) - clock.worked(minute(from));
    expect(length("2026-03-28T22:00Z", "2026-03-29T12:00Z")).toBe(7 * 60);
    expect(length("2026-10-24T20:00Z", "2026-10-25T12:00Z")).toBe(9 * 60);
    expect(length("2026-03-21T12:00Z", "2026-03-22T12:00Z")).toBe(8 * 60);
  });

  test("between shifts a start moves on and a finish moves back", () => {
    const clock = workClock(office({}));
    expect(text(nextStart(clock, minute("2026-03-06T17:00Z")))).toBe("2026-03-09T08:00Z");
    expect(text(lastFinish(clock, minute("2026-03-09T08:00Z")))).toBe("2026-03-06T17:00Z");
    expect(text(lastFinish(clock, minute("2026-03-08T23:00Z")))).toBe("2026-03-06T17:00Z");
    expect(text(nextStart(clock, minute("2026-03-06T12:30Z")))).toBe("2026-03-06T13:00Z");
  });

  test("counted minute by minute it is the same, over years and across every change of the clock", () => {
    const calendar = office({
      zone: "America/New_York",
      hours: ["07:15-11:45", "23:00-03:30"],
      days: ["mon", "wed", "sat"],
    });
    const start = minute("2026-01-15T00:00Z");
    const bits = workingBits(calendar, start);
    const clock = workClock(calendar);
    const base = clock.worked(start);
    assert(
      property(integer({ min: 0, max: bits.length - 1 }), (offset) => {
        expect(clock.worked(start + offset) - base).toBe(bits[offset]);
      }),
    );
  });

  test("adding work and taking it away leads back, near and a century away, in any order of asking", () => {
    const calendars = [office({}), office({ hours: ["22:00-06:00"] }), office({ hours: ["00:00-24:00"] })];
    const far = integer({ min: -40_000_000, max: 60_000_000 });
    assert(
      property(constantFrom(...calendars), far, integer({ min: 1, max: 500_000 }), (calendar, at, work) => {
        const clock = workClock(calendar);
        clock.worked(minute("2026-01-01T00:00Z"));
        const start = nextStart(clock, minute("2026-01-01T00:00Z") + at);
        const finish = addWork(clock, start, work);
        expect(clock.worked(finish) - clock.worked(start)).toBe(work);
        expect(addWork(clock, finish, -work)).toBe(start);
      }),
      { numRuns: 30 },
    );
  });

  test("a continuous calendar counts every minute", () => {
    const clock = workClock(continuousCalendar("Europe/London"));
    expect(text(addWork(clock, minute("2026-10-24T19:00Z"), 2880))).toBe("2026-10-26T19:00Z");
  });

  test("without any work it says so instead of searching for ever", () => {
    const never = { ...office({}), week: [[], [], [], [], [], [], []] };
    expect(() => workClock(never).worked(0)).toThrow("no working time");
    const clock = workClock(office({}));
    clock.worked(0);
    expect(() => clock.worked(1e9)).toThrow("more than a thousand years");
  });
});

/** Working minutes before each minute of a year, looked up one by one on the wall clock. */
function workingBits(calendar: WorkingCalendar, start: number): Int32Array {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone: calendar.zone,
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
  });
  const days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
  const before = new Int32Array(60 * 24 * 80);
  for (let offset = 1; offset < before.length; offset += 1) {
    const parts = Object.fromEntries(format.formatToParts((start + offset - 1) * 60_000).map((p) => [p.type, p.value]));
    const [day, at] = [days.indexOf(parts.weekday!), Number(parts.hour) * 60 + Number(parts.minute)];
    const isWork = (shifts: readonly { from: number; to: number }[], moment: number) =>
      shifts.some((shift) => shift.from <= moment && moment < shift.to);
    const works = isWork(calendar.week[day]!, at) || isWork(calendar.week[(day + 6) % 7]!, at + 1440);
    before[offset] = before[offset - 1]! + (works ? 1 : 0);
  }
  return before;
}
