import { array, assert, constantFrom, nat, property, record } from "fast-check";
import { describe, expect, test } from "vitest";
import { cumulativeIncidence, incidenceAt } from "#domain/statistics/incidence";
import { sampleOf } from "#domain/statistics/sample";
import { kaplanMeier } from "#domain/statistics/survival";
import { watched } from "./watched";

const band = { kind: "plain", level: 0.95 } as const;
const person = record({ time: nat(12), status: constantFrom(0, 1, 2) });

describe("M41 Aalen–Johansen", () => {
  test("event, left, event, censored: 1/4, 1/4, 1/2, with the variance worked out by hand", () => {
    const curve = cumulativeIncidence(sampleOf(watched("1 2- 3 4+")), band);
    expect([...curve.incidence]).toEqual([0.25, 0.25, 0.5, 0.5]);
    expect([...curve.left]).toEqual([0, 0.25, 0.25, 0.25]);
    // Three of four outcomes are settled without censoring, so F(3) is a plain proportion: ½ · ½ / 4.
    expect(curve.se[2]).toBeCloseTo(Math.sqrt(0.25 / 4), 14);
  });

  test("nobody is left out: had, left and free add up to one", () => {
    assert(
      property(array(person, { minLength: 1, maxLength: 30 }), (people) => {
        const sample = sampleOf({ time: people.map((p) => p.time), status: people.map((p) => p.status) });
        const anyEnd = sampleOf({ time: people.map((p) => p.time), status: people.map((p) => Math.min(1, p.status)) });
        const [curve, free] = [cumulativeIncidence(sample, band), kaplanMeier(anyEnd, band)];
        curve.incidence.forEach((had, row) => {
          expect(had + curve.left[row]! + free.survival[row]!).toBeCloseTo(1, 12);
        });
      }),
    );
  });

  test("without competing events it is one minus Kaplan–Meier, with Greenwood's error", () => {
    const sample = sampleOf(watched("1 2 2+ 4 5+ 7 9+"));
    const [curve, free] = [cumulativeIncidence(sample, band), kaplanMeier(sample, band)];
    curve.incidence.forEach((had, row) => {
      expect(had).toBeCloseTo(1 - free.survival[row]!, 14);
      expect(curve.se[row]).toBeCloseTo(free.se[row]!, 14);
    });
  });

  test("without censoring it is the plain proportion with the binomial error", () => {
    assert(
      property(array(person, { minLength: 1, maxLength: 30 }), (people) => {
        const settled = people.map((p) => ({ time: p.time, status: p.status === 0 ? 1 : p.status }));
        const sample = sampleOf({ time: settled.map((p) => p.time), status: settled.map((p) => p.status) });
        const curve = cumulativeIncidence(sample, band);
        curve.time.forEach((t, row) => {
          const part = settled.filter((p) => p.status === 1 && p.time <= t).length / settled.length;
          expect(curve.incidence[row]).toBeCloseTo(part, 12);
          expect(curve.se[row]! ** 2).toBeCloseTo((part * (1 - part)) / settled.length, 12);
        });
      }),
    );
  });

  test("read at a time: 0 before the first ending, undefined after the last unless all is settled", () => {
    const [open, settled] = ["2 3- 4+", "2 3- 4"].map((line) => cumulativeIncidence(sampleOf(watched(line)), band));
    expect(incidenceAt(open!, 1)).toMatchObject({ incidence: 0, left: 0, lower: null });
    expect(incidenceAt(open!, 3.5)).toMatchObject({ incidence: expect.closeTo(1 / 3, 12) });
    expect(incidenceAt(open!, 5)).toMatchObject({ incidence: null, left: null });
    expect(incidenceAt(settled!, 5)).toMatchObject({ incidence: expect.closeTo(2 / 3, 12) });
    expect(() => incidenceAt(open!, -1)).toThrow("from 0 up");
  });
});
