import { array, assert, constantFrom, nat, property, record } from "fast-check";
import { describe, expect, test } from "vitest";
import { logRank } from "#domain/statistics/log-rank";
import { sampleOf } from "#domain/statistics/sample";
import type { People } from "#domain/statistics/sample";
import { aml, freireich, placebo, watched } from "./watched";

const compare = (...groups: People[]) => logRank(groups.map(sampleOf));

describe("M41 log-rank", () => {
  test("6-MP against placebo: χ² 16.79294, 19.25 expected against 9 seen", () => {
    const found = compare(freireich, placebo)!;
    expect(found.chisq).toBeCloseTo(16.79294, 5);
    expect(found).toMatchObject({ df: 1, observed: [9, 21] });
    expect(found.expected[0]).toBeCloseTo(19.2505, 4);
    expect(found.p).toBeCloseTo(4.1688e-5, 8);
  });

  test("leukaemia: χ² 3.396, p 0.0653", () => {
    expect(compare(aml.maintained, aml.not)!.chisq).toBeCloseTo(3.396389, 6);
    expect(compare(aml.maintained, aml.not)!.p).toBeCloseTo(0.0653393, 7);
  });

  test("by hand: events at 1 (one of 2 + 2) and 2 (the other group's, of 1 + 2)", () => {
    // E₁ = 2/4 + 1/3 = 5/6; V = 1/4 + 2/9 = 17/36; (1 − 5/6)² / (17/36) = 1/17.
    const found = compare(watched("1 3+"), watched("2 3+"))!;
    expect(found.expected[0]).toBeCloseTo(5 / 6, 14);
    expect(found.chisq).toBeCloseTo(1 / 17, 14);
  });

  test("three groups have two degrees of freedom, and a group never at risk is left out", () => {
    const three = compare(freireich, placebo, aml.maintained)!;
    expect(three.df).toBe(2);
    const withEmpty = compare(freireich, placebo, watched(""))!;
    expect(withEmpty.df).toBe(1);
    expect(withEmpty.chisq).toBeCloseTo(16.79294, 5);
  });

  test("with one group, or no event, there is nothing to compare", () => {
    expect(compare(freireich)).toBeNull();
    expect(compare(watched("1+ 2+"), watched("3+"))).toBeNull();
  });

  test("as many events expected as seen, and the order of the groups does not matter", () => {
    const group = array(record({ time: nat(9), status: constantFrom(0, 1, 2) }), { minLength: 1, maxLength: 15 });
    assert(
      property(group, group, group, (...groups) => {
        const samples = groups.map((people) =>
          sampleOf({ time: people.map((p) => p.time), status: people.map((p) => p.status) }),
        );
        const found = logRank(samples);
        if (found === null) return;
        const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
        expect(sum(found.expected)).toBeCloseTo(sum(found.observed), 10);
        expect(logRank(samples.toReversed())!.chisq).toBeCloseTo(found.chisq, 8);
      }),
    );
  });
});
