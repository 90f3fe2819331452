import { assert, integer, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, addMonths, dayNumber, dayOf, daysBetween, isDay, weekdayOf } from "#domain/calendar/day";

describe("days", () => {
  test("number and text name the same day, as the platform's own calendar has it", () => {
    assert(
      property(integer({ min: -200_000, max: 2_000_000 }), (number) => {
        const text = dayOf(number);
        expect(dayNumber(text)).toBe(number);
        expect(new Date(number * 86_400_000).toISOString().slice(0, 10)).toBe(text);
        expect(weekdayOf(number)).toBe(new Date(number * 86_400_000).getUTCDay() || 7);
      }),
    );
  });

  test.each(["2026-02-29", "2026-13-01", "2026-00-10", "2026-3-2", "2026-03-02T00:00", ""])(
    "%j is not a day",
    (text) => {
      expect(isDay(text)).toBe(false);
      expect(() => dayNumber(text)).toThrow("is not a day");
    },
  );

  test("leap days exist every fourth year but not in 2100", () => {
    expect([isDay("2028-02-29"), isDay("2000-02-29"), isDay("2100-02-29")]).toEqual([true, true, false]);
    expect(addDays("2028-02-28", 2)).toBe("2028-03-01");
  });

  test.each([
    ["2026-11-30", 3, "2027-02-28"],
    ["2027-11-30", 3, "2028-02-29"],
    ["2026-01-31", 1, "2026-02-28"],
    ["2026-12-15", 1, "2027-01-15"],
    ["2026-01-31", -2, "2025-11-30"],
  ])("%s and %i months is %s", (day, months, expected) => expect(addMonths(day, months)).toBe(expected));

  test("M44 a 30-day clock from delivery on 2026-01-05 expires 16 days before go-live on 2026-02-20", () => {
    expect(addDays("2026-01-05", 30)).toBe("2026-02-04");
    expect(daysBetween("2026-02-04", "2026-02-20")).toBe(16);
  });
});
