import { assert, integer, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { dayOf } from "#domain/calendar/day";
import {
  addWeeks,
  findWeek,
  isoWeekOf,
  mondayOf,
  spellWeek,
  weekEnd,
  weekOfDay,
  weekStart,
} from "#domain/calendar/week";

describe("M42 ISO weeks", () => {
  test.each([
    ["2026-03-29T22:30Z", "Europe/Paris", "2026-W14", 1],
    ["2026-03-29T22:30Z", "Europe/London", "2026-W13", 7],
    ["2026-03-29T22:30Z", "America/New_York", "2026-W13", 7],
    ["2024-12-30T00:00Z", "UTC", "2025-W01", 1],
    ["2027-01-03T23:59:59Z", "UTC", "2026-W53", 7],
    ["2026-10-25T18:15Z", "Asia/Kathmandu", "2026-W44", 1],
    ["2026-10-25T18:14:59Z", "Asia/Kathmandu", "2026-W43", 7],
  ])("%s in %s is %s, weekday %i", (instant, zone, week, weekday) => {
    const found = isoWeekOf(Date.parse(instant), zone);
    expect([spellWeek(found.week), found.weekday]).toEqual([week, weekday]);
  });

  test("seven days from Monday share a week; the next Monday does not", () => {
    assert(
      property(integer({ min: 0, max: 40_000 }), (number) => {
        const week = weekOfDay(dayOf(number));
        const monday = mondayOf(week);
        expect(weekOfDay(monday)).toBe(week);
        expect(findWeek(spellWeek(week))).toBe(week);
        expect(mondayOf(addWeeks(week, 1)) > dayOf(number)).toBe(true);
        expect(monday <= dayOf(number)).toBe(true);
      }),
    );
  });

  test("a week that does not exist is not found", () => {
    expect(["2025-W53", "2026-W00", "2026-14", "2026-W54"].map(findWeek)).toEqual([null, null, null, null]);
    expect(findWeek("2026-W53")).toBe(202653);
  });

  test("a week begins on Monday 00:00 of the zone, and may last 167 hours", () => {
    expect(weekStart(202614, "Europe/Paris")).toBe(Date.parse("2026-03-29T22:00Z"));
    expect(weekEnd("2026-W13", "Europe/Paris") - weekStart(202613, "Europe/Paris")).toBe(167 * 3_600_000);
    expect(() => weekEnd("2025-W53", "Europe/Paris")).toThrow("is not a week");
  });
});
