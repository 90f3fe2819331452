import { usualClock } from "#domain/adoption/clock";
import { adoptionCurve } from "#domain/adoption/curve";
import { helpDesk } from "#domain/adoption/help-desk";
import { measure } from "#domain/adoption/measures";
import type { Evidence } from "#domain/adoption/measures";
import { startingThresholds } from "#domain/adoption/thresholds";
import type { Threshold } from "#domain/plan/plan";
import { assert, constantFrom, integer, property, record } from "fast-check";
import { describe, expect, test } from "vitest";
import { weekFacts } from "../../support/week-facts";

const ttft = startingThreshold("ttft");
const hdr = startingThreshold("hdr");
const trend = startingThreshold("trend");

/** Of a hundred people, so many independent on day 3 and the rest watched for 20 days. */
function curveOf(independent: number, people = 100): Evidence["curve"] {
  const time = Float64Array.from({ length: people }, (_, index) => (index < independent ? 3 : 20));
  const status = Uint8Array.from({ length: people }, (_, index) => (index < independent ? 1 : 0));
  return adoptionCurve({ time, status });
}

const fourWeeks = [30, 24, 18, 8].map((tickets, index) =>
  weekFacts({ week: `2026-W${20 + index}`, tickets, active: 100 }),
);
const quiet = { clock: usualClock, concentration: null, userAdoption: null };
const good: Evidence = {
  ...quiet,
  curve: curveOf(95),
  helpDesk: helpDesk(fourWeeks, () => false),
  eligible: () => 110,
  ageHours: 3,
};

test("A5 median and mean with somebody gone: read from the incidence, with its band", () => {
  const time = Float64Array.from([1, 2, 3, 4, 40, 40]);
  const curve = adoptionCurve({ time, status: Uint8Array.from([1, 2, 1, 1, 0, 0]) });
  // F is 1/6 at 1, stays at 2, 1/6 + 4/6 · 1/4 = 1/3 at 3, 1/2 at 4 and flat to the end at 40.
  expect(curve.medianDays.estimate).toBe(22);
  expect(curve.medianDays.lower).not.toBeNull();
  expect(curve.meanDays.estimate).toBeCloseTo(1 + (2 * 5) / 6 + 4 / 6 + 26 / 2, 12);
  expect(curve.meanDays.lower).toBeNull();
});

test("V2 the starting line is 80 %, and 70 % for sure; where only the interval falls short, the sentence says that", () => {
  expect(measure(ttft, { ...good, curve: curveOf(83) }).verdict.colour).toBe("GREEN");
  const { sentence } = measure(ttft, { ...good, curve: curveOf(17, 20) });
  expect(sentence).toBe("85 % (67–96) work on their own by day 14; gate 2 needs 80 %, for sure 70 %.");
});

test("A5 fewer than ten still watched, and weeks that differ too much: the number says so", () => {
  expect(measure(ttft, good).caution).toBe("fewer than 10 people still waited on day 14");
  expect(measure(ttft, { ...good, curve: curveOf(83) }).caution).toBeNull();
  const uneven = [30, 2, 28, 3].map((tickets, at) => weekFacts({ week: `2026-W${20 + at}`, tickets, active: 100 }));
  expect(measure(hdr, { ...good, helpDesk: helpDesk(uneven, () => false) }).caution).toMatch(/widened/);
  const even = [10, 11, 9, 10].map((tickets, at) => weekFacts({ week: `2026-W${20 + at}`, tickets, active: 100 }));
  expect(measure(hdr, { ...good, helpDesk: helpDesk(even, () => false) }).caution).toBeNull();
});

describe("V3 time to first independent transaction (M41)", () => {
  test("GREEN when the bound passes too, with the sentence that says so", () => {
    const found = measure(ttft, good);
    expect(found.verdict).toEqual({ colour: "GREEN", reason: null });
    expect(found.sentence).toBe("95 % (89–98) work on their own by day 14; gate 2 needs 80 %.");
  });

  test.each([
    ["threshold", { curve: curveOf(79) }, "the bound passes, the estimate does not"],
    ["threshold", { curve: curveOf(17, 20) }, "the estimate passes, its bound does not"],
    ["insufficient-n", { curve: curveOf(9, 9) }, "nine people"],
    ["no-evidence", { curve: null }, "nobody"],
    ["stale-data", { ageHours: 168.001 }, "a moment older than seven days (M102)"],
    ["stale-data", { ageHours: null }, "nothing ever reported"],
  ] as const)("RED %s: %#", (reason, change, _why) => {
    expect(measure(ttft, { ...good, ...change }).verdict).toEqual({ colour: "RED", reason });
  });

  test("A5 everybody at work is GREEN as soon as they are enough: the exact bound of 16 of 16 is 79 %, of 17 of 17 it is 80 %", () => {
    const sure = { ...ttft, bound: null };
    expect(measure(sure, { ...good, curve: curveOf(16, 16) }).verdict.reason).toBe("threshold");
    expect(measure(sure, { ...good, curve: curveOf(17, 17) }).verdict.colour).toBe("GREEN");
  });

  test("A5 where nobody waits any more before the day, the sentence tells the share that is judged, and warns of nothing", () => {
    const all = adoptionCurve({
      time: Float64Array.from({ length: 20 }, (_, at) => 0.5 + (at % 4) / 10),
      status: new Uint8Array(20).fill(1),
    });
    const found = measure(ttft, { ...good, curve: all });
    expect([found.verdict.colour, found.value, found.caution]).toEqual(["GREEN", 1, null]);
    expect(found.sentence).toBe("100 % (83–100) work on their own by day 14; gate 2 needs 80 %.");
  });

  test("V1 a number that would pass does not stand beside RED without the reason in the same sentence", () => {
    const said = (change: Partial<Evidence>) => measure(ttft, { ...good, ...change }).sentence;
    expect(said({ curve: curveOf(9, 9) })).toContain(
      "gate 2 needs 80 %, for sure 70 %, but with fewer than 10 people it is too early",
    );
    expect(said({ ageHours: 200 })).toBe(
      "Nothing was reported for more than 7 days. 95 % (89–98) work on their own by day 14; gate 2 needs 80 %.",
    );
    const three = helpDesk(fourWeeks.slice(1), () => false);
    expect(measure({ ...hdr, value: 1 }, { ...good, helpDesk: three }).sentence).toContain(", but it takes 4 settled");
    expect(measure({ ...hdr, value: 1 }, { ...good, eligible: () => 167 }).sentence).toContain(
      "fewer than 60 % of the",
    );
  });

  test("M102 evidence of exactly seven days still counts", () => {
    expect(measure(ttft, { ...good, ageHours: 168 }).verdict.colour).toBe("GREEN");
  });

  test("before anybody has been watched so long it is undefined, and the sentence says how it stands so far", () => {
    const early = adoptionCurve({
      time: Float64Array.from({ length: 20 }, (_, i) => (i < 10 ? 2 : 6)),
      status: Uint8Array.from({ length: 20 }, (_, i) => (i < 10 ? 1 : 0)),
    });
    const found = measure(ttft, { ...good, curve: early });
    expect(found.verdict).toEqual({ colour: "RED", reason: "undefined" });
    expect(found.sentence).toContain("50 % (31–73) work on their own by day 6 so far");
  });
});

describe("V4 help-desk ratio (M42)", () => {
  test.each([
    ["threshold", 0.1999],
    [null, 0.2],
  ] as const)("pooled 80 tickets over 400 person-weeks is 0.20: %s at %d", (reason, value) => {
    expect(measure({ ...hdr, value }, good).verdict.reason).toBe(reason);
  });

  test("three weeks are not enough, and few at work prove nothing", () => {
    const three = helpDesk(fourWeeks.slice(1), () => false);
    expect(measure({ ...hdr, value: 1 }, { ...good, helpDesk: three }).verdict.reason).toBe("insufficient-weeks");
    expect(measure({ ...hdr, value: 1 }, { ...good, eligible: () => 167 }).verdict.reason).toBe("guard");
    expect(measure({ ...hdr, value: 1 }, { ...good, eligible: () => 166 }).verdict.reason).toBe(null);
  });

  test("after people gave up no old week speaks for them: the latest weeks count, whether or not anybody was at work", () => {
    const gone = (weeks: number) =>
      Array.from({ length: weeks }, (_, at) => weekFacts({ week: `2026-W${24 + at}`, tickets: 0, active: 0 }));
    const judged = (weeks: number) =>
      measure({ ...hdr, value: 1 }, { ...good, helpDesk: helpDesk([...fourWeeks, ...gone(weeks)], () => false) });
    expect(judged(1).verdict).toEqual({ colour: "RED", reason: "guard" });
    expect(judged(4).verdict).toEqual({ colour: "RED", reason: "undefined" });
    expect(judged(4).value).toBeNull();
  });

  test("provisional weeks count neither for the ratio nor for the trend", () => {
    const last = helpDesk(fourWeeks, (week) => week === "2026-W23");
    expect(measure({ ...hdr, value: 1 }, { ...good, helpDesk: last }).verdict.reason).toBe("insufficient-weeks");
    expect(measure(trend, { ...good, helpDesk: last }).verdict.reason).toBe("insufficient-weeks");
  });
});

describe("V5 the curve bends downward (M42)", () => {
  test("four weeks of strict fall may be claimed: p = 1/24", () => {
    expect(measure(trend, good).verdict.colour).toBe("GREEN");
  });

  test("the sentence counts weeks in which somebody was at work", () => {
    const idle = helpDesk([...fourWeeks, weekFacts({ week: "2026-W24", tickets: 0, active: 0 })], () => false);
    expect(measure(trend, { ...good, helpDesk: idle }).sentence).toContain("over 4 weeks");
    const three = helpDesk(fourWeeks.slice(1), () => false);
    expect(measure(trend, { ...good, helpDesk: three }).sentence).toContain("there are 3");
  });

  test("four weeks with one rise may not", () => {
    const risen = helpDesk([fourWeeks[0]!, fourWeeks[2]!, fourWeeks[1]!, fourWeeks[3]!], () => false);
    expect(measure(trend, { ...good, helpDesk: risen }).verdict).toEqual({ colour: "RED", reason: "trend" });
  });
});

test("M55 no evidence whatever gives a third colour, and RED always has a reason", () => {
  const evidence = record({
    metric: constantFrom(...startingThresholds),
    independent: integer({ min: 0, max: 40 }),
    people: integer({ min: 1, max: 40 }),
    ageHours: constantFrom(null, 0, 200),
    weeks: integer({ min: 0, max: 6 }),
  });
  assert(
    property(evidence, ({ metric, independent, people, ageHours, weeks }) => {
      const rows = Array.from({ length: weeks }, (_, index) =>
        weekFacts({ week: `2026-W${10 + index}`, tickets: index, active: people }),
      );
      const { verdict } = measure(metric, {
        ...quiet,
        curve: curveOf(Math.min(independent, people), people),
        helpDesk: helpDesk(rows, () => false),
        eligible: () => people,
        ageHours,
      });
      expect(["GREEN", "RED"]).toContain(verdict.colour);
      expect(verdict.reason === null).toBe(verdict.colour === "GREEN");
    }),
  );
});

function startingThreshold(metric: Threshold["metric"]): Threshold {
  const found = startingThresholds.find((threshold) => threshold.metric === metric);
  if (found === undefined) throw new Error(`There is no starting threshold for ${metric}.`);
  return found;
}
