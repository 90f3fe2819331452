import { assert, integer, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { continuousCalendar, readCalendar } from "#domain/calendar/calendar";
import { addDays, daysBetween } from "#domain/calendar/day";
import { findDuration } from "#domain/calendar/duration";
import { addWorkingDays, dayFrom, isWorkingDay, nextWorkingDay, refreshDays } from "#domain/calendar/working-day";
import { office } from "./office";

const london = office({ holidays: ["2026-04-03", "2026-04-06"] });

describe("working days", () => {
  test.each([
    ["2026-03-16", -10, "2026-03-02"],
    ["2026-03-13", 1, "2026-03-16"],
    ["2026-04-02", 1, "2026-04-07"],
    ["2026-04-07", -1, "2026-04-02"],
    ["2026-04-04", 0, "2026-04-07"],
  ])("M5 %s and %i working days is %s", (day, count, expected) => {
    expect(addWorkingDays(london, day, count)).toBe(expected);
  });

  test("M5 working weeks and days skip what is off, elapsed days do not", () => {
    expect(dayFrom(london, "2026-03-16", findDuration("-10d")!)).toBe("2026-03-02");
    expect(dayFrom(london, "2026-03-16", findDuration("-2w")!)).toBe("2026-03-02");
    expect(dayFrom(london, "2026-03-16", findDuration("-10ed")!)).toBe("2026-03-06");
    expect(dayFrom(london, "2026-03-16", findDuration("0d")!)).toBe("2026-03-16");
    expect(dayFrom(london, "2026-03-16", findDuration("-4h")!)).toBeNull();
  });

  test("M5 there and back is the same working day", () => {
    assert(
      property(integer({ min: 0, max: 400 }), integer({ min: 1, max: 60 }), (offset, count) => {
        const day = nextWorkingDay(london, addDays("2026-01-01", offset));
        expect(addWorkingDays(london, addWorkingDays(london, day, count), -count)).toBe(day);
      }),
    );
  });

  test("in a continuous calendar every day works", () => {
    const always = continuousCalendar("Europe/London");
    expect(isWorkingDay(always, "2026-04-05")).toBe(true);
    expect(daysBetween("2026-04-05", addWorkingDays(always, "2026-04-05", 9))).toBe(9);
  });

  test("M40 refreshes from training end Friday 2026-11-20", () => {
    expect(refreshDays(office({ holidays: [] }), "2026-11-20")).toEqual({
      day3: "2026-11-23",
      week3: "2026-12-11",
      month3: "2027-02-22",
    });
  });

  test("M40 month ends and holidays: 30 November and three months, 29 February in a leap year", () => {
    expect(refreshDays(office({ holidays: ["2026-12-03"] }), "2026-11-30")).toMatchObject({
      day3: "2026-12-04",
      month3: "2027-03-01",
    });
    expect(refreshDays(office({ holidays: [] }), "2027-11-30").month3).toBe("2028-02-29");
  });
});

describe("calendars that cannot be read say why", () => {
  const good = { zone: "UTC", days: ["mon"], hours: ["08:00-12:00"], holidays: [] };
  test.each([
    [{ ...good, zone: "Mars/Olympus" }, '"Mars/Olympus" is not a time zone'],
    [{ ...good, days: ["funday"] }, '"funday" is not a weekday'],
    [{ ...good, hours: ["8-12"] }, '"8-12" are not hours'],
    [{ ...good, hours: ["08:00-12:00", "11:00-13:00"] }, "overlap"],
    [{ ...good, holidays: ["2026-02-30"] }, '"2026-02-30" is not a day'],
    [{ ...good, days: [] }, "no working time"],
  ])("%j", (words, reason) => {
    expect(readCalendar(words)).toMatchObject({ kind: "unreadable", reason: expect.stringContaining(reason) });
  });
});
