import { assert, nat, property, record } from "fast-check";
import { describe, expect, test } from "vitest";
import { findDuration, findLag, spanOf, spellDuration } from "#domain/calendar/duration";

const office = { dayMinutes: 480, weekMinutes: 2400 };
const nothing = { weeks: 0, days: 0, minutes: 0, elapsedMinutes: 0 };

describe("durations", () => {
  test.each([
    ["2d", { ...nothing, days: 2 }],
    ["2d 4h 30m 2ed", { weeks: 0, days: 2, minutes: 270, elapsedMinutes: 2880 }],
    ["1.5h", { ...nothing, minutes: 90 }],
    ["-10d", { ...nothing, days: -10 }],
    ["1w 1ew 3eh 5em", { ...nothing, weeks: 1, elapsedMinutes: 10_080 + 185 }],
    ["2d4h", { ...nothing, days: 2, minutes: 240 }],
    ["0", nothing],
  ])("%j", (text, expected) => expect(findDuration(text)).toEqual(expected));

  test.each(["", "2", "d", "2x", "2d-1h", "two days", "1h 50%"])("%j is no duration", (text) => {
    expect(findDuration(text)).toBeNull();
  });

  test("in minutes: a day is as long as the calendar's, elapsed time is not", () => {
    expect(spanOf(findDuration("1w 2d 4h 30m")!, office)).toEqual({ work: 2400 + 960 + 270, elapsed: 0 });
    expect(spanOf(findDuration("2ed")!, office)).toEqual({ work: 0, elapsed: 2880 });
    expect(spanOf(findDuration("0.1d")!, office)).toEqual({ work: 48, elapsed: 0 });
  });

  test("a lag may be a part of the predecessor", () => {
    expect(findLag("50%")).toEqual({ kind: "percent", percent: 50 });
    expect(findLag("-1d")).toEqual({ kind: "duration", duration: { ...nothing, days: -1 } });
    expect(findLag("soon")).toBeNull();
  });

  test("written and read again it is the same, with either sign", () => {
    const part = nat(5000);
    assert(
      property(record({ weeks: nat(9), days: nat(90), minutes: part, elapsedMinutes: part }), (duration) => {
        expect(findDuration(spellDuration(duration))).toEqual(duration);
        const minus = Object.fromEntries(Object.entries(duration).map(([unit, amount]) => [unit, 0 - amount]));
        expect(findDuration(spellDuration({ ...nothing, ...minus }))).toEqual(minus);
      }),
    );
    expect(spellDuration(nothing)).toBe("0d");
  });
});
