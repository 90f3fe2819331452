import { assert, constantFrom, integer, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { dayAt, instantOf, isZone, minuteOf, offsetsOf, spellInstant, wallOf } from "#domain/calendar/zone";

const zones = [
  "Europe/London",
  "America/New_York",
  "Asia/Kathmandu",
  "Africa/Casablanca",
  "Australia/Lord_Howe",
  "UTC",
];

describe("zones", () => {
  test("the remembered offset is the one the platform gives, around every change of the clock", () => {
    const instants = integer({ min: Date.UTC(2015, 0), max: Date.UTC(2036, 0) });
    assert(
      property(constantFrom(...zones), instants, (zone, instant) => {
        const shown = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "medium" });
        const found = spellInstant(instant, zone);
        expect(found.slice(0, 19).replace("T", " ")).toBe(shown.format(instant));
        expect(Date.parse(found)).toBe(Math.floor(instant / 1000) * 1000);
      }),
      { numRuns: 300 },
    );
  });

  test("the clock changes at the very second: London, 2026-03-29T01:00Z", () => {
    const offsetAt = offsetsOf("Europe/London");
    const change = Date.UTC(2026, 2, 29, 1);
    expect([offsetAt(change - 1), offsetAt(change)]).toEqual([0, 3_600_000]);
  });

  test.each([
    ["2026-03-02", "08:00", "Europe/London", "2026-03-02T08:00:00Z"],
    ["2026-07-02", "08:00", "Europe/London", "2026-07-02T07:00:00Z"],
    ["2026-03-29", "01:30", "Europe/London", "2026-03-29T01:30:00Z"],
    ["2026-10-25", "01:30", "Europe/London", "2026-10-25T00:30:00Z"],
    ["2026-10-25", "24:00", "Europe/London", "2026-10-26T00:00:00Z"],
    ["2026-03-08", "02:30", "America/New_York", "2026-03-08T07:30:00Z"],
    ["2026-01-01", "00:00", "Asia/Kathmandu", "2025-12-31T18:15:00Z"],
  ])("%s %s in %s is %s: skipped times move on, doubled times mean the first", (day, time, zone, expected) => {
    expect(instantOf(day, time, zone)).toBe(Date.parse(expected));
  });

  test("wall time and instant lead back to each other", () => {
    assert(
      property(constantFrom(...zones), integer({ min: 0, max: 1439 }), (zone, minute) => {
        const time = `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
        expect(wallOf(instantOf("2026-06-10", time, zone), zone)).toEqual({ day: "2026-06-10", minute });
      }),
    );
  });

  test("what is no zone and no time", () => {
    expect([isZone("Europe/London"), isZone("Mars/Olympus")]).toEqual([true, false]);
    expect(() => minuteOf("9.30")).toThrow("is not a time");
    expect(() => minuteOf("09:75")).toThrow("is not a time");
    expect(() => minuteOf("24:01")).toThrow("is not a time");
    expect(dayAt(Date.parse("2026-03-29T22:30Z"), "Europe/Paris")).toBe("2026-03-30");
  });

  test("M37 a 48 h freeze from Saturday 20:00 in London ends Monday 19:00, the clocks having gone back", () => {
    const thaw = instantOf("2026-10-24", "20:00", "Europe/London") + 48 * 3_600_000;
    expect(wallOf(thaw, "Europe/London")).toEqual({ day: "2026-10-26", minute: 19 * 60 });
  });
});
