import { array, assert, constantFrom, integer, nat, property, record } from "fast-check";
import { describe, expect, test } from "vitest";
import { quantile } from "#domain/statistics/quantile";
import { restrictedMean } from "#domain/statistics/restricted-mean";
import { sampleOf } from "#domain/statistics/sample";
import type { People } from "#domain/statistics/sample";
import { kaplanMeier } from "#domain/statistics/survival";
import { survivalAt } from "#domain/statistics/survival-at";
import { aml, freireich, placebo, watched } from "./watched";

const logLog = { kind: "log-log", level: 0.95 } as const;
const curveOf = (people: People) => kaplanMeier(sampleOf(people), logLog);
const survivalBy = (people: People) => {
  const curve = curveOf(people);
  return Object.fromEntries(Array.from(curve.time, (t, row) => [t, curve.survival[row]!]));
};

describe("M41 Kaplan–Meier", () => {
  test.each([
    [6, 21, 3, 0.857143, 0.0763604, 0.619718, 0.951552],
    [7, 17, 1, 0.806723, 0.0869353, 0.563147, 0.922809],
    [10, 15, 1, 0.752941, 0.0963497, 0.5032, 0.889362],
    [13, 12, 1, 0.690196, 0.1068147, 0.43161, 0.849066],
    [16, 11, 1, 0.627451, 0.1140539, 0.367511, 0.804912],
    [22, 7, 1, 0.537815, 0.1282338, 0.267779, 0.746791],
    [23, 6, 1, 0.448179, 0.1345915, 0.188052, 0.680143],
  ])("Freireich 6-MP at day %i: %i at risk, %i events", (t, atRisk, events, ...numbers) => {
    const curve = curveOf(freireich);
    const row = curve.time.indexOf(t);
    expect([curve.atRisk[row], curve.events[row]]).toEqual([atRisk, events]);
    const found = [curve.survival[row], curve.se[row], curve.lower[row], curve.upper[row]];
    found.forEach((value, place) => expect(value).toBeCloseTo(numbers[place]!, 6));
  });

  test("Bewick: ties, and censorings after the event of the same time", () => {
    const s = survivalBy(watched("1 1 4 5 6+ 9 9+ 22"));
    expect(s).toEqual({ 1: 0.75, 4: 0.625, 5: 0.5, 6: 0.5, 9: expect.closeTo(1 / 3, 12), 22: 0 });
  });

  test("a time of 0 is legal and the curve drops there", () => {
    expect(survivalBy(watched("0 0+ 1 2"))).toEqual({ 0: 0.75, 1: 0.375, 2: 0 });
  });

  test("nobody had the event: the curve stays at 1 without an interval", () => {
    const curve = curveOf(watched("3+ 5+ 5+"));
    expect([...curve.survival]).toEqual([1, 1]);
    expect(quantile(curve, 0.5)).toEqual({ q: 0.5, estimate: null, lower: null, upper: null });
    expect(survivalAt(sampleOf(watched("3+ 5+ 5+")), curve, 4)).toMatchObject({ atRisk: 2, survival: 1, lower: null });
  });

  test("nobody at all: every number is undefined", () => {
    const curve = curveOf(watched(""));
    expect(curve.rows).toBe(0);
    expect(quantile(curve, 0.5).estimate).toBeNull();
    expect(restrictedMean(curve, 7, 0.95).estimate).toBeNull();
    expect(survivalAt(sampleOf(watched("")), curve, 4)).toMatchObject({ atRisk: 0, survival: null });
  });

  test("late entry: the third person joins after the event at 2, three at risk each time", () => {
    const people = { time: [2, 3, 5, 4], status: [1, 1, 1, 0], entry: [0, 1, 2, 0] };
    const curve = curveOf(people);
    expect([...curve.atRisk]).toEqual([3, 3, 2, 1]);
    expect(curve.survival[1]).toBeCloseTo(4 / 9, 14);
  });

  test("log and plain intervals at 0.95, by hand from S = 0.75 and se = 0.2165064", () => {
    const one = sampleOf(watched("1 2+ 3+ 4+"));
    const log = kaplanMeier(one, { kind: "log", level: 0.95 });
    const plain = kaplanMeier(one, { kind: "plain", level: 0.95 });
    const reach = 1.959963984540054 * Math.sqrt(0.75 * 0.25 * 0.25);
    expect([log.lower[0], log.upper[0]]).toEqual([expect.closeTo(0.75 * Math.exp(-reach / 0.75), 12), 1]);
    expect([plain.lower[0], plain.upper[0]]).toEqual([expect.closeTo(0.75 - reach, 12), 1]);
  });

  test("without censoring S is the part still waiting, whatever the order of the people", () => {
    const times = array(nat(30), { minLength: 1, maxLength: 40 });
    assert(
      property(times, nat(30), (time, t) => {
        const sample = sampleOf({ time, status: time.map(() => 1) });
        const waiting = time.filter((each) => each > t).length / time.length;
        expect(survivalAt(sample, kaplanMeier(sample, logLog), t).survival).toBeCloseTo(waiting, 12);
      }),
    );
  });

  test("the curve never rises and the interval holds it", () => {
    const person = record({ time: nat(20), status: constantFrom(0, 1, 2), late: integer({ min: 0, max: 5 }) });
    assert(
      property(array(person, { maxLength: 40 }), (people) => {
        const curve = curveOf({
          time: people.map((each) => each.time),
          status: people.map((each) => each.status),
          entry: people.map((each) => (each.late < each.time ? each.late : 0)),
        });
        curve.survival.forEach((value, row) => {
          expect(value).toBeLessThanOrEqual(curve.survival[row - 1] ?? 1);
          if (value > 0 && value < 1) expect(curve.lower[row]! <= value && value <= curve.upper[row]!).toBe(true);
        });
      }),
    );
  });
});

describe("M41 people that cannot be read are refused in plain words", () => {
  test.each<[People, string]>([
    [{ time: [3, -1], status: [1, 1] }, "Person 2 has time -1"],
    [{ time: [Infinity], status: [1] }, "Person 1 has time Infinity"],
    [{ time: [3], status: [3] }, "Person 1 has status 3"],
    [{ time: [3], status: [1, 0] }, "1 times but 2 statuses"],
    [{ time: [3, 4], status: [1, 0], entry: [0, 5] }, "Person 2 enters at 5, not before the time 4"],
    [{ time: [4], status: [1], entry: [4] }, "Person 1 enters at 4"],
    [{ time: [4], status: [1], entry: [NaN] }, "Person 1 has entry NaN"],
  ])("%j", (people, message) => expect(() => sampleOf(people)).toThrow(message));
});

describe("M41 quantiles, as R's quantile.survfit", () => {
  test("median of 6-MP 23 (13–not reached), of placebo 8 (4–11)", () => {
    expect(quantile(curveOf(freireich), 0.5)).toEqual({ q: 0.5, estimate: 23, lower: 13, upper: null });
    expect(quantile(curveOf(placebo), 0.5)).toEqual({ q: 0.5, estimate: 8, lower: 4, upper: 11 });
  });

  test("Bewick reaches exactly one half at 5 and leaves it at 9: median 7", () => {
    expect(quantile(curveOf(watched("1 1 4 5 6+ 9 9+ 22")), 0.5).estimate).toBe(7);
  });

  test("flat at exactly the level: the middle of the step, up to the last time watched if it is the last step", () => {
    const curve = curveOf(watched("1 2 3 4"));
    expect([0.25, 0.5, 0.75].map((q) => quantile(curve, q).estimate)).toEqual([1.5, 2.5, 3.5]);
    expect(quantile(curveOf(watched("1 2 3+ 7+")), 0.5).estimate).toBe(4.5);
  });

  test("leukaemia, log interval: 31 (18–not reached) maintained, 23 (8–not reached) not", () => {
    const median = (people: People) => quantile(kaplanMeier(sampleOf(people), { kind: "log", level: 0.95 }), 0.5);
    expect(median(aml.maintained)).toMatchObject({ estimate: 31, lower: 18, upper: null });
    expect(median(aml.not)).toMatchObject({ estimate: 23, lower: 8, upper: null });
  });
});

describe("M41 restricted mean", () => {
  test("leukaemia to 161: 52.6 (se 19.83) maintained; 22.7 (se 4.18) not, everybody's time being over by 45", () => {
    const maintained = restrictedMean(curveOf(aml.maintained), 161, 0.95);
    expect([maintained.estimate, maintained.se]).toEqual([expect.closeTo(52.64545, 4), expect.closeTo(19.828, 2)]);
    const not = restrictedMean(curveOf(aml.not), 161, 0.95);
    expect([not.estimate, not.se]).toEqual([expect.closeTo(22.708333, 5), expect.closeTo(4.180942, 5)]);
  });

  test("1 2 3 4 to 2: one full step, then three quarters; variance 0.75² · 1/12", () => {
    const mean = restrictedMean(curveOf(watched("1 2 3 4")), 2, 0.95);
    expect(mean.estimate).toBeCloseTo(1.75, 14);
    expect(mean.se).toBeCloseTo(Math.sqrt(0.75 ** 2 / 12), 14);
  });

  test("beyond the last person watched it is undefined, and a horizon of 0 is refused", () => {
    expect(restrictedMean(curveOf(watched("1 5+")), 6, 0.95)).toMatchObject({ estimate: null, se: null });
    expect(() => restrictedMean(curveOf(watched("1")), 0, 0.95)).toThrow("A horizon is a time above 0");
  });
});

test("M41 after the last ending the curve is undefined, unless everybody had the event", () => {
  const [some, all] = [sampleOf(watched("1 2+")), sampleOf(watched("1 2"))];
  expect(survivalAt(some, kaplanMeier(some, logLog), 3).survival).toBeNull();
  expect(survivalAt(all, kaplanMeier(all, logLog), 3).survival).toBe(0);
  expect(survivalAt(all, kaplanMeier(all, logLog), 0.5)).toMatchObject({ survival: 1, atRisk: 2 });
});
