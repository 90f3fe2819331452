import { describe, expect, test } from "vitest";
import { stats } from "../../cli/stats";

const ask = (kind: string, question: unknown): unknown => JSON.parse(stats([kind], JSON.stringify(question)));

describe("uptake stats", () => {
  test("survival: groups in order of appearance, quantiles, at, restricted mean and log-rank", () => {
    const question = { time: [1, 2, 3, 4], status: [1, 1, 0, 1], group: ["b", "a", "b", "a"], at: [2], tau: 2 };
    expect(ask("survival", question)).toMatchObject({
      groups: [
        { name: "b", n: 2, events: 1, at: [{ t: 2, survival: 0.5 }], rmst: { tau: 2, estimate: 1.5 } },
        { name: "a", n: 2, events: 2, quantiles: [{ q: 0.25 }, { q: 0.5, estimate: 3 }, { q: 0.75 }] },
      ],
      logrank: { df: 1, observed: [1, 2] },
    });
  });

  test("survival: competing events bring the incidence, a single group no comparison", () => {
    const found = ask("survival", { time: [1, 2, 3, 4], status: [1, 2, 1, 0], at: 2.5 });
    expect(found).toMatchObject({
      groups: [{ incidence: [{}, { competing: 1 }, { incidence: 0.5 }, {}], incidenceAt: [{ incidence: 0.25 }] }],
      logrank: null,
    });
  });

  test("survival of nobody", () => {
    expect(ask("survival", { time: [], status: [] })).toMatchObject({ groups: [{ n: 0, table: [], rmst: null }] });
  });

  test("trend, rate, rate ratio and proportion", () => {
    expect(ask("trend", { y: [4, 3, 2, 1] })).toMatchObject({ s: -6, p: expect.closeTo(1 / 24, 12) });
    expect(ask("rate", { count: 3, exposure: 10 })).toMatchObject({ rate: 0.3, upper: expect.closeTo(0.876727, 6) });
    expect(ask("rate", { count: [1, 2], exposure: [10, 20] })).toMatchObject({ rate: 0.1, isWidened: false });
    expect(ask("rate-ratio", { x1: 0, t1: 5, x2: 3, t2: 5 })).toMatchObject({ ratio: 0, p: expect.closeTo(0.25, 12) });
    expect(ask("proportion", { x: 0, n: 0 })).toEqual({ estimate: null, lower: null, upper: null });
    expect(ask("proportion", { x: 0, n: 20, method: "clopper-pearson" })).toMatchObject({ lower: 0 });
  });

  test("what cannot be read is refused in words", () => {
    expect(() => stats(["survival"], "{")).toThrow("The input is not JSON.");
    expect(() => ask("survival", { time: [1] })).toThrow("status");
    expect(() => ask("survival", { time: [1], status: [1], group: ["a", "b"] })).toThrow("1 times but 2 group names");
    expect(() => ask("survival", { time: [2], status: [1], entry: [3] })).toThrow("Person 1 enters at 3");
    expect(() => ask("rate", { count: [1], exposure: [1, 2] })).toThrow("1 counts but 2 exposures");
    expect(() => stats([], "{}")).toThrow("Say which arithmetic");
  });
});
