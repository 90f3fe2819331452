import { cumulativeIncidence } from "#domain/statistics/incidence";
import { logRank } from "#domain/statistics/log-rank";
import { quantile } from "#domain/statistics/quantile";
import { rateRatio } from "#domain/statistics/rate-ratio";
import { restrictedMean } from "#domain/statistics/restricted-mean";
import { sampleOf } from "#domain/statistics/sample";
import { kaplanMeier } from "#domain/statistics/survival";
import { trend } from "#domain/statistics/trend";
import { describe, expect, test } from "vitest";

/** Numbers of R 4.2.2 with survival 3.5-3 on data drawn at random; docs/statistics.md says what was compared. */
const near = (value: number): unknown => expect.closeTo(value, 12);
const orNull = (column: Float64Array): (number | null)[] =>
  Array.from(column, (value) => (Number.isNaN(value) ? null : value));

describe("M41 against R's survival on late entries", () => {
  const people = {
    time: [21, 15, 30, 31, 15, 4, 1, 7],
    status: [1, 0, 0, 1, 0, 1, 0, 1],
    entry: [0, 0, 26, 0, 0, 0, 0, 6],
  };
  const curve = kaplanMeier(sampleOf(people), { kind: "log-log", level: 0.99 });

  test("the curve, its errors and its bounds", () => {
    expect([...curve.atRisk]).toEqual([6, 5, 5, 4, 2, 2, 1]);
    expect([...curve.survival]).toEqual([1, 0.8, 0.64, 0.64, 0.32, 0.32, 0].map(near));
    expect(orNull(curve.se).slice(1)).toEqual([
      ...[0.178885438199983, 0.202385770250776, 0.202385770250776, 0.247870934157275, 0.247870934157275].map(near),
      null,
    ]);
    expect(orNull(curve.lower)).toEqual([
      null,
      ...[0.0524275209415706, 0.0627440625605503, 0.0627440625605503, 0.001410220706459, 0.001410220706459].map(near),
      null,
    ]);
  });

  test("where the band of few people rises again, the quantile's bound goes by height, as R's does", () => {
    expect([0.25, 0.5, 0.75].map((q) => quantile(curve, q))).toEqual([
      { q: 0.25, estimate: 7, lower: 7, upper: null },
      { q: 0.5, estimate: 21, lower: 7, upper: null },
      { q: 0.75, estimate: 31, lower: 7, upper: null },
    ]);
  });

  test("the restricted mean and its error", () => {
    expect(restrictedMean(curve, 6.897, 0.95)).toMatchObject({ estimate: near(6.3176), se: near(0.518231114465351) });
  });
});

test("M41 Aalen–Johansen with its error and bounds", () => {
  const people = { time: [9, 9, 7, 11, 9, 26, 2, 9, 6, 1], status: [1, 1, 0, 1, 1, 0, 2, 0, 2, 2] };
  const curve = cumulativeIncidence(sampleOf(people), { kind: "log-log", level: 0.9 });
  expect([...curve.incidence]).toEqual([0, 0, 0, 0, 0.35, 0.525, 0.525].map(near));
  expect([...curve.se].slice(4, 6)).toEqual([0.160208197875972, 0.179524835793454].map(near));
  expect(orNull(curve.lower)).toEqual([
    null,
    null,
    null,
    null,
    ...[0.116400777891824, 0.21384711223275, 0.21384711223275].map(near),
  ]);
  expect([...curve.left]).toEqual([0.1, 0.2, 0.3, 0.3, 0.3, 0.3, 0.3].map(near));
});

test("M71 log-rank over four groups", () => {
  const drawn = {
    d: [
      [23.106681, 1],
      [3.766644, 0],
      [13.393136, 1],
      [17.809515, 1],
    ],
    b: [
      [8.669427, 0],
      [7.939988, 1],
      [3.279956, 1],
    ],
    a: [
      [9.683781, 1],
      [11.608537, 1],
      [5.503636, 1],
      [5.381122, 0],
      [7.989289, 0],
    ],
    c: [
      [34.31988, 0],
      [13.538766, 1],
      [12.129555, 0],
      [11.398898, 1],
      [0.26504, 1],
      [1.253925, 1],
      [12.363705, 0],
      [33.748589, 0],
    ],
  };
  const groups = Object.values(drawn).map((rows) =>
    sampleOf({ time: rows.map(([time]) => time!), status: rows.map(([, status]) => status!) }),
  );
  expect(logRank(groups)).toMatchObject({
    chisq: near(4.8576372318721),
    df: 3,
    p: near(0.182523427227577),
    observed: [3, 2, 3, 4],
    expected: [3.68642819169135, 0.750751879699248, 1.66481734639629, 5.89800258221311].map(near),
  });
});

describe("M42 trend and rates", () => {
  test("with ties, by the normal approximation", () => {
    const y = [1, -5, -2, 1, -3, 1, 2, -3, 1, -2, 0, 0];
    expect(trend({ y }, { alternative: "two-sided", level: 0.9 })).toMatchObject({
      s: 5,
      variance: 201,
      z: near(0.282138246343439),
      p: near(0.777837507624792),
      slope: 0,
      slopeLower: near(-0.2),
      slopeUpper: near(0.5),
    });
  });

  test("nine without ties, exactly", () => {
    const y = [
      0.90121172, -1.90688035, -1.66213498, -0.8492636, -0.74825665, -0.88976878, 0.72599925, -0.79699031, -1.57155119,
    ];
    expect(trend({ y }, { alternative: "greater", level: 0.95 })).toMatchObject({
      method: "exact",
      p: near(0.459727733686067),
      slope: near(0.0140828104166667),
      slopeUpper: near(0.3862079),
    });
  });

  test("the exact ratio of two rates", () => {
    expect(rateRatio({ count: 12, exposure: 626.66 }, { count: 9, exposure: 128.09 }, 0.95)).toEqual({
      ratio: near(0.272534814200151),
      lower: near(0.105394380766523),
      upper: near(0.732372743785931),
      p: near(0.00480968292758224),
    });
  });
});
