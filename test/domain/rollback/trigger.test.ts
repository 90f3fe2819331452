import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { conditionOf, conditionText } from "#domain/rollback/condition";
import type { Condition, Limit } from "#domain/rollback/condition";
import type { Content, Entry } from "#domain/rollback/evaluate";
import { difference, exact } from "#domain/rollback/exact";
import { triggerSentence, triggerState } from "#domain/rollback/trigger";

const at = (text: string) => Date.parse(text);
const noon = at("2026-03-28T12:00Z");
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

const limit = (words: Partial<Limit>): Limit => ({
  kind: "reading",
  reading: "downtime",
  op: ">",
  value: 4,
  unit: "h",
  windowMinutes: null,
  ...words,
});

/** Entered at noon by ann, unless said otherwise. */
function entry(content: Content, more: Partial<Pick<Entry, "id" | "at" | "by" | "reading">> = {}): Entry {
  return { id: "e1", at: noon, by: "ann", reading: "downtime", ...more, ...content };
}

const value = (amount: number, unit: string): Content => ({ kind: "value", value: amount, unit });
const counts = (part: number, whole: number): Content => ({ kind: "counts", part, whole });
const fact = (reading: string, holds: boolean, more: Partial<Entry> = {}): Entry =>
  entry({ kind: "fact", holds }, { id: `${reading}-${holds}`, reading, ...more });
const kindOf = (condition: Condition, entries: readonly Entry[], now = noon) =>
  triggerState(condition, entries, now).kind;

describe("B2 M10 exceeding is strict", () => {
  const downtime = limit({});
  const loss = limit({ value: 0.1, unit: "%" });

  test.each<[string, Limit, Content, string]>([
    ["4 h 00", downtime, value(4, "h"), "not-met"],
    ["4 h 00 in minutes", downtime, value(240, "min"), "not-met"],
    ["4 h 00 in seconds", downtime, value(14_400, "s"), "not-met"],
    ["4 h 00 m 01 s", downtime, value(14_401, "s"), "met"],
    ["4 h and a thousandth", downtime, value(4.001, "hours"), "met"],
    ["0.1 %", loss, value(0.1, "%"), "not-met"],
    ["1 ‰", loss, value(1, "‰"), "not-met"],
    ["0.1001 %", loss, value(0.1001, "%"), "met"],
    ["1 record of 1,000", loss, counts(1, 1000), "not-met"],
    ["1,001 records of 1,000,000", loss, counts(1001, 1_000_000), "met"],
    ["7 records of 10,000 against 0.07 %", limit({ value: 0.07, unit: "%" }), counts(7, 10_000), "not-met"],
    ["exactly 4 h where it may not be reached", limit({ op: ">=" }), value(240, "m"), "met"],
    ["three decimal tenths", limit({ value: 0.3, unit: "orders", op: "=" }), value(0.3, "orders"), "met"],
    ["below a floor", limit({ value: 99.9, unit: "%", op: "<" }), value(99.89, "%"), "met"],
    ["at a floor", limit({ value: 99.9, unit: "%", op: "<" }), counts(999, 1000), "not-met"],
    ["at a floor that is enough", limit({ value: 99.9, unit: "%", op: "<=" }), counts(999, 1000), "met"],
  ])("%s: %s", (_, condition, content, expected) => {
    expect(kindOf(condition, [entry(content)])).toBe(expected);
  });

  test("a share is compared as its counts are, whatever their size", () => {
    fc.assert(
      fc.property(
        fc.nat(2_000_000),
        fc.integer({ min: 1, max: 2_000_000 }),
        fc.nat(10_000),
        (part, whole, hundredths) => {
          const passes = BigInt(part) * 1_000_000n > BigInt(hundredths) * BigInt(whole);
          const condition = limit({ value: hundredths / 10_000, unit: "%" });
          expect(kindOf(condition, [entry(counts(part, whole))])).toBe(passes ? "met" : "not-met");
        },
      ),
    );
  });

  test("numbers are ordered as they are written", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer(), (one, other) => {
        expect(difference(exact(one), exact(other))).toBe(Math.sign(one - other) + 0);
        expect(difference(exact(one), exact(one))).toBe(0);
      }),
    );
  });
});

describe("B3 what can be compared", () => {
  test.each<[string, Limit, Content, string]>([
    ["hours with a share", limit({}), value(5, "%"), "unknown"],
    ["a bare number with hours", limit({}), value(5, ""), "unknown"],
    ["a time with orders", limit({ unit: "orders" }), { kind: "running", since: noon, until: null }, "unknown"],
    ["counts with hours", limit({}), counts(1, 2), "unknown"],
    ["counts of nothing", limit({ unit: "%" }), counts(0, 0), "unknown"],
    ["a fact with a limit", limit({}), { kind: "fact", holds: true }, "unknown"],
    ["no number at all", limit({}), value(NaN, "h"), "unknown"],
    ["one order with orders", limit({ value: 0, unit: "orders" }), value(1, "order"), "met"],
    ["a share of records", limit({ value: 0.1, unit: "% of records" }), value(0.2, "%"), "met"],
    ["a part of one", limit({ value: 0.5, unit: "" }), counts(2, 3), "met"],
    ["a word every object knows", limit({ value: 0, unit: "constructor" }), value(1, "constructor"), "met"],
  ])("%s: %s", (_, condition, content, expected) => {
    expect(kindOf(condition, [entry(content)])).toBe(expected);
  });

  test("a name is the same in capitals and with blanks around it; another name says nothing", () => {
    expect(kindOf(limit({}), [entry(value(5, "h"), { reading: " Downtime " })])).toBe("met");
    expect(triggerState(limit({}), [entry(value(5, "h"), { reading: "uptime" })], noon)).toEqual({
      kind: "unknown",
      missing: ["downtime"],
    });
  });
});

describe("B4 the last reading counts", () => {
  const errors = limit({ reading: "errors", value: 2, unit: "%", windowMinutes: 30 });
  const read = entry(value(3, "%"), { reading: "errors" });

  test("in its window, which ends with its last moment", () => {
    expect(kindOf(errors, [read], noon + 30 * minuteMs - 1)).toBe("met");
    expect(triggerState(errors, [read], noon + 30 * minuteMs)).toMatchObject({
      kind: "lapsed",
      at: noon,
      until: noon + 30 * minuteMs,
    });
    const low = entry(value(1, "%"), { reading: "errors" });
    expect(kindOf(errors, [low], noon + 31 * minuteMs)).toBe("unknown");
  });

  test("as the plan writes the window, a length on the clock", () => {
    const written = { kind: "reading", reading: "errors", op: ">", value: 2, unit: "%", window: "1d" } as const;
    expect(conditionText(conditionOf(written))).toBe("errors > 2 % within 1440 min");
    expect(kindOf(conditionOf(written), [read], noon + 24 * 60 * minuteMs - 1)).toBe("met");
    expect(kindOf(conditionOf(written), [read], noon + 24 * 60 * minuteMs)).toBe("lapsed");
  });

  test("of two at one instant the one with the later id, in whatever order they are told", () => {
    const [high, low] = [entry(value(5, "h"), { id: "a" }), entry(value(3, "h"), { id: "b" })];
    expect([kindOf(limit({}), [high, low]), kindOf(limit({}), [low, high])]).toEqual(["not-met", "not-met"]);
  });
});

describe("B5 M10 a critical workflow broken and no workaround", () => {
  const both = conditionOf({ kind: "all", of: ["broken", "no-workaround"] });
  const either = conditionOf({ kind: "any", of: ["broken", "no-workaround"] });
  const told = (broken: boolean | null, none: boolean | null) => [
    ...(broken === null ? [] : [fact("broken", broken)]),
    ...(none === null ? [] : [fact("no-workaround", none)]),
  ];

  test.each([
    [true, true, "met", "met"],
    [true, false, "not-met", "met"],
    [false, true, "not-met", "met"],
    [false, false, "not-met", "not-met"],
    [true, null, "unknown", "met"],
    [null, true, "unknown", "met"],
    [false, null, "not-met", "unknown"],
    [null, false, "not-met", "unknown"],
    [null, null, "unknown", "unknown"],
  ] as const)("broken %s, no workaround %s: both %s, either %s", (broken, none, all, any) => {
    expect([kindOf(both, told(broken, none)), kindOf(either, told(broken, none))]).toEqual([all, any]);
  });

  test("of nothing at all nothing is true", () => {
    expect([kindOf({ kind: "all", of: [] }, []), kindOf({ kind: "any", of: [] }, [])]).toEqual(["not-met", "not-met"]);
  });

  test("a plan may put limits and facts together, one inside the other", () => {
    const down = { kind: "reading", reading: "downtime", op: ">", value: 4, unit: "h", window: null } as const;
    const written = conditionOf({ kind: "all", of: [down, { kind: "any", of: ["broken", "fire"] }] });
    expect(conditionText(written)).toBe("downtime > 4 h and (broken or fire)");
    expect(kindOf(written, [entry(value(5, "h")), fact("fire", true)])).toBe("met");
    expect(kindOf(written, [entry(value(4, "h")), fact("fire", true)])).toBe("not-met");
  });

  test("limits and facts go together, and read as one sentence", () => {
    const mixed: Condition = {
      kind: "all",
      of: [limit({}), { kind: "any", of: [both, { kind: "fact", fact: "fire" }] }],
    };
    expect(conditionText(mixed)).toBe("downtime > 4 h and ((broken and no-workaround) or fire)");
    expect(kindOf(mixed, [entry(value(5, "h")), fact("fire", true)])).toBe("met");
    expect(triggerState(mixed, [entry(value(5, "h"))], noon)).toEqual({
      kind: "unknown",
      missing: ["broken", "no-workaround", "fire"],
    });
  });
});

describe("B6 M10 since when, and by whom", () => {
  const since = at("2026-03-28T10:32Z");
  const down = entry({ kind: "running", since, until: null }, { at: at("2026-03-28T10:35Z") });

  test("a downtime that runs passes four hours by itself, at 14:32, and not at exactly four hours", () => {
    const reached = since + 4 * hourMs;
    expect(kindOf(limit({}), [down], reached)).toBe("not-met");
    const state = triggerState(limit({}), [down], at("2026-03-28T15:10Z"));
    expect(state).toMatchObject({ kind: "met", at: reached + 1, by: "ann" });
    expect(triggerSentence(state, limit({}), "Europe/London")).toBe("Met at 14:32 by ann: downtime > 4 h.");
    expect(triggerState(limit({ op: ">=" }), [down], reached)).toMatchObject({ kind: "met", at: reached });
  });

  test("four hours over the night in which the clocks go forward are four hours", () => {
    const night = entry(
      { kind: "running", since: at("2026-03-28T23:00Z"), until: null },
      { at: at("2026-03-28T23:05Z") },
    );
    const now = at("2026-03-29T08:00Z");
    const state = triggerState(limit({}), [night], now);
    expect(triggerSentence(state, limit({}), "Europe/London")).toBe("Met at 04:00 by ann: downtime > 4 h.");
  });

  test("of a condition in parts, whoever entered the last of them", () => {
    const both = conditionOf({ kind: "all", of: ["broken", "no-workaround"] });
    const log = [
      fact("no-workaround", true, { at: noon + 32 * minuteMs, by: "bob" }),
      fact("broken", true, { at: noon, by: "ann" }),
    ];
    expect(triggerState(both, log, noon + hourMs)).toMatchObject({ kind: "met", at: noon + 32 * minuteMs, by: "bob" });
    expect(triggerState(both, log, noon + 31 * minuteMs)).toEqual({ kind: "unknown", missing: ["no-workaround"] });
  });

  test("a later reading on the same side moves nothing; one that takes it back is shown; met again counts anew", () => {
    const log = [
      entry(value(5, "h"), { id: "1" }),
      entry(value(6, "h"), { id: "2", at: noon + minuteMs, by: "bob" }),
      entry(value(3, "h"), { id: "3", at: noon + 2 * minuteMs, by: "eve" }),
      entry(value(7, "h"), { id: "4", at: noon + 3 * minuteMs, by: "joe" }),
    ];
    const state = (minutes: number) => triggerState(limit({}), log, noon + minutes * minuteMs);
    expect(state(1)).toMatchObject({ kind: "met", at: noon, by: "ann" });
    expect(state(2)).toMatchObject({ kind: "lapsed", at: noon, by: "ann", until: noon + 2 * minuteMs });
    expect(triggerSentence(state(2), limit({}), "UTC")).toBe(
      "Met at 12:00 by ann, no longer since 12:02: downtime > 4 h.",
    );
    expect(state(3)).toMatchObject({ kind: "met", at: noon + 3 * minuteMs, by: "joe" });
  });

  test("a downtime that ended, corrected to under four hours, takes the trigger back", () => {
    const until = since + 3.9 * hourMs;
    const ended = entry({ kind: "running", since, until }, { id: "e2", at: at("2026-03-28T14:50Z"), by: "bob" });
    expect(triggerState(limit({}), [down, ended], at("2026-03-28T15:00Z"))).toMatchObject({
      kind: "lapsed",
      until: ended.at,
    });
    const longer = { ...ended, until: since + 4.1 * hourMs };
    expect(triggerState(limit({}), [down, longer], at("2026-03-28T20:00Z"))).toMatchObject({ kind: "met", by: "ann" });
  });

  test("a time that ended before it began has no length", () => {
    const odd = entry({ kind: "running", since: noon, until: noon - hourMs });
    expect(kindOf(limit({ op: "=", value: 0 }), [odd], noon + hourMs)).toBe("met");
  });

  test.each([
    ["Not met: downtime > 4 h.", [entry(value(1, "h"))]],
    ["Not known, nobody has entered downtime: downtime > 4 h.", []],
  ])("%s", (sentence, log) => {
    expect(triggerSentence(triggerState(limit({}), log, noon), limit({}), "UTC")).toBe(sentence);
  });

  test("a limit in a window says so", () => {
    expect(conditionText(limit({ windowMinutes: 30 }))).toBe("downtime > 4 h within 30 min");
  });
});

describe("B6 B7 whatever order readings come in", () => {
  const content: fc.Arbitrary<Content> = fc.oneof(
    fc.integer({ min: 0, max: 480 }).map((minutes) => value(minutes, "min")),
    fc
      .tuple(fc.integer({ min: -300, max: 60 }), fc.option(fc.integer({ min: -60, max: 500 }), { nil: null }))
      .map(([begin, end]) => ({
        kind: "running" as const,
        since: noon + begin * minuteMs,
        until: end === null ? null : noon + end * minuteMs,
      })),
  );
  const log = fc
    .array(fc.tuple(content, fc.nat(600), fc.constantFrom("ann", "bob")), { maxLength: 8 })
    .map((drawn) =>
      drawn.map(([said, minute, by], place) => entry(said, { id: `e${place}`, at: noon + minute * minuteMs, by })),
    );
  const condition = fc
    .tuple(
      fc.constantFrom(">" as const, ">=" as const, "<" as const),
      fc.option(fc.constantFrom(30, 120), { nil: null }),
    )
    .map(([op, windowMinutes]) => limit({ op, windowMinutes }));
  const instant = fc.nat(720).map((minute) => noon + minute * minuteMs);

  test("told twice and backwards, the state is the same", () => {
    fc.assert(
      fc.property(condition, log, instant, (some, entries, now) => {
        expect(triggerState(some, [...entries, ...entries].toReversed(), now)).toEqual(
          triggerState(some, entries, now),
        );
      }),
    );
  });

  test("what is entered under a later instant changes nothing yet, so a clock that jumps back shows what it showed", () => {
    fc.assert(
      fc.property(condition, log, instant, (some, entries, now) => {
        const known = entries.filter((each) => each.at <= now);
        expect(triggerState(some, known, now)).toEqual(triggerState(some, entries, now));
      }),
    );
  });

  test("it is met from the very millisecond it names on, until now, and not the millisecond before", () => {
    fc.assert(
      fc.property(condition, log, instant, (some, entries, now) => {
        const state = triggerState(some, entries, now);
        if (state.kind !== "met") return;
        expect(kindOf(some, entries, state.at)).toBe("met");
        expect(kindOf(some, entries, state.at - 1)).not.toBe("met");
        for (let turn = state.at; turn <= now; turn += 7 * minuteMs) expect(kindOf(some, entries, turn)).toBe("met");
      }),
    );
  });
});
