import { thresholdChanges } from "#domain/adoption/threshold-changes";
import { startingThresholds } from "#domain/adoption/thresholds";
import type { Threshold } from "#domain/plan/plan";
import { constantFrom, assert, double, property, record } from "fast-check";
import { expect, test } from "vitest";

const ttft: Threshold = { metric: "ttft", at: "14d", op: ">=", value: 0.8, rule: "confident", bound: null };
const hdr: Threshold = { metric: "hdr", at: null, op: "<=", value: 0.15, rule: "point", bound: null };

const changed = (from: readonly Threshold[], to: readonly Threshold[]) =>
  thresholdChanges(
    [
      { on: "2026-02-01", thresholds: from },
      { on: "2026-03-01", thresholds: to },
    ],
    [],
  ).map(({ kind }) => kind);

test.each([
  ["a lower share", [ttft], [{ ...ttft, value: 0.7 }], ["easier"]],
  ["a higher share", [ttft], [{ ...ttft, value: 0.9 }], ["harder"]],
  ["a higher ratio", [hdr], [{ ...hdr, value: 0.2 }], ["easier"]],
  ["a lower ratio", [hdr], [{ ...hdr, value: 0.1 }], ["harder"]],
  ["point instead of confident", [ttft], [{ ...ttft, rule: "point" as const }], ["easier"]],
  ["a later day", [ttft], [{ ...ttft, at: "30d" }], ["easier"]],
  ["at least instead of more than", [{ ...ttft, op: ">" as const }], [ttft], ["easier"]],
  ["higher share, later day: easier in one respect", [ttft], [{ ...ttft, value: 0.9, at: "30d" }], ["easier"]],
  ["taken away", [ttft, hdr], [ttft], ["easier"]],
  ["added", [ttft], [ttft, hdr], ["harder"]],
  ["one of two of a metric taken away", [ttft, { ...ttft, at: "30d" }], [{ ...ttft, at: "30d" }], ["easier"]],
  ["another exact value", [{ ...hdr, op: "=" as const }], [{ ...hdr, op: "=" as const, value: 0.1 }], ["easier"]],
  ["at most instead of exactly", [{ ...hdr, op: "=" as const }], [hdr], ["easier"]],
  ["in another order", [ttft, hdr], [hdr, ttft], []],
])("T1 %s (M101)", (_, from, to, kinds) => {
  expect(changed(from, to)).toEqual(kinds);
});

test("T1 a lowered bar names who lowered it and what was given up, or shows that nobody did", () => {
  const states = [
    { on: "2026-03-01", thresholds: [{ ...ttft, value: 0.7 }] },
    { on: "2026-02-01", thresholds: [ttft] },
    { on: "2026-04-01", thresholds: [{ ...ttft, value: 0.6 }] },
  ];
  const decision = {
    metric: "ttft",
    on: "2026-03-01",
    to: states[0]!.thresholds[0]!,
    by: "cio@example.com",
    givenUp: "One in ten waits",
  } as const;
  expect(thresholdChanges(states, [decision]).map(({ on, decision }) => [on, decision?.by ?? null])).toEqual([
    ["2026-03-01", "cio@example.com"],
    ["2026-04-01", null],
  ]);
});

test("T1 whatever passes after a harder change would have passed before it", () => {
  const any = record({
    metric: constantFrom("hdr" as const),
    at: constantFrom(null),
    op: constantFrom("<" as const, "<=" as const),
    value: double({ min: 0, max: 1, noNaN: true }),
    rule: constantFrom("point" as const),
    bound: constantFrom(null),
  });
  assert(
    property(any, any, double({ min: 0, max: 1, noNaN: true }), (from, to, seen) => {
      const passes = ({ op, value }: Threshold): boolean => (op === "<" ? seen < value : seen <= value);
      if (changed([from], [to])[0] !== "easier" && passes(to)) expect(passes(from)).toBe(true);
    }),
  );
  expect(changed(startingThresholds, startingThresholds)).toEqual([]);
});
