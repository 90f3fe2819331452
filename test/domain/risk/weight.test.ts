import { array, assert, boolean, constantFrom, integer, property, record, uniqueArray } from "fast-check";
import { describe, expect, test } from "vitest";
import { criticalExposure, exposureSum } from "#domain/risk/exposure";
import type { WeighedRisk } from "#domain/risk/exposure";
import { heatMap } from "#domain/risk/heat-map";
import { bandOf, bandWeight, currentOf, exposureOf, fiveByFive, matrixFaults, reductionOf } from "#domain/risk/matrix";
import type { Matrix } from "#domain/risk/matrix";

const risk = (id: string, more: Partial<WeighedRisk> = {}): WeighedRisk => ({
  id,
  tag: "pre-delivery",
  isOpen: true,
  likelihood: 3,
  impact: 3,
  threatens: [],
  ...more,
});

const risks = array(
  record({
    id: integer({ min: 0, max: 99 }).map((number) => `r${number}`),
    tag: constantFrom("pre-delivery" as const, "post-delivery" as const),
    isOpen: boolean(),
    likelihood: integer({ min: 1, max: 6 }),
    impact: integer({ min: 0, max: 5 }),
    threatens: uniqueArray(constantFrom("a", "b", "c", "d")),
  }),
  { maxLength: 20 },
).map((drawn) => drawn.map((each, place) => ({ ...each, id: `${each.id}.${place}` })));

describe("R1 R3 the matrix", () => {
  test.each([
    [1, "low"],
    [4, "low"],
    [5, "medium"],
    [9, "medium"],
    [10, "high"],
    [16, "high"],
    [17, "extreme"],
    [25, "extreme"],
    [0, "low"],
  ])("an exposure of %d is %s", (exposure, band) => {
    expect(bandOf(fiveByFive, exposure).name).toBe(band);
  });

  test("the starting matrix has no fault, and neither has a plan's own of 3 × 4", () => {
    const own: Matrix = {
      likelihoods: ["no", "maybe", "yes"],
      impacts: ["a", "b", "c", "d"],
      bands: [{ name: "all", from: 1, staleAfterDays: 10 }],
    };
    expect([matrixFaults(fiveByFive), matrixFaults(own)]).toEqual([[], []]);
    expect(heatMap(own, []).rows.map((row) => row.map(({ exposure }) => exposure))).toEqual([
      [3, 6, 9, 12],
      [2, 4, 6, 8],
      [1, 2, 3, 4],
    ]);
  });

  test("a band's depth goes by its place, whatever the plan calls it and however many there are", () => {
    const named = (count: number): Matrix => ({
      ...fiveByFive,
      bands: Array.from({ length: count }, (_, at) => ({ name: `word ${at}`, from: 1 + at, staleAfterDays: 7 })),
    });
    const depths = (count: number) => named(count).bands.map(({ from }) => bandWeight(named(count), from));
    expect([depths(1), depths(2), depths(3), depths(4), depths(6)]).toEqual([
      [0],
      [0, 3],
      [0, 2, 3],
      [0, 1, 2, 3],
      [0, 1, 1, 2, 2, 3],
    ]);
  });

  const [low, medium] = fiveByFive.bands;
  test.each<[string, Partial<Matrix>]>([
    ["The scale of impact has 1 steps; 2 to 10 work.", { impacts: ["bad"] }],
    ["Two steps of the scale of likelihood have one name.", { likelihoods: ["Rare", "rare "] }],
    ["The matrix has no bands.", { bands: [] }],
    ["No band holds an exposure of 1: the first starts at 5.", { bands: [medium!] }],
    ["Bands go from light to heavy.", { bands: [low!, { ...medium!, from: 1 }] }],
    ["A risk goes stale after one day or more.", { bands: [{ ...low!, staleAfterDays: 0 }] }],
  ])("R3 %s", (fault, more) => {
    expect(matrixFaults({ ...fiveByFive, ...more })).toEqual([fault]);
  });
});

test("R2 the residual score counts once there is one, and a response that makes it worse shows", () => {
  const inherent = { likelihood: 4, impact: 5 };
  expect(exposureOf(currentOf({ inherent, residual: null }))).toBe(20);
  expect(reductionOf({ inherent, residual: null })).toBe(0);
  expect(exposureOf(currentOf({ inherent, residual: { likelihood: 2, impact: 5 } }))).toBe(10);
  expect(reductionOf({ inherent, residual: { likelihood: 2, impact: 5 } })).toBe(10);
  expect(reductionOf({ inherent, residual: { likelihood: 5, impact: 5 } })).toBe(-5);
});

describe("R4 exposure on the critical path", () => {
  const items = [
    { id: "a", critical: true },
    { id: "b", critical: true },
    { id: "c", critical: false },
  ];

  test("a risk counts once however many critical steps it threatens, and only while it is open", () => {
    const some = [
      risk("both", { threatens: ["a", "b", "c"], likelihood: 4, impact: 5 }),
      risk("slack", { threatens: ["c"] }),
      risk("none"),
      risk("shut", { threatens: ["a"], isOpen: false }),
      risk("one", { threatens: ["b", "gone"], likelihood: 1, impact: 2 }),
    ];
    expect(criticalExposure(some, items)).toEqual({
      open: 2,
      exposure: 22,
      risks: [
        { id: "both", exposure: 20, steps: ["a", "b"] },
        { id: "one", exposure: 2, steps: ["b"] },
      ],
    });
  });

  test("never more than the whole exposure, and all of it when every step is critical", () => {
    assert(
      property(risks, (drawn) => {
        const whole = exposureSum(drawn);
        const part = criticalExposure(drawn, items);
        expect(part.exposure).toBeLessThanOrEqual(whole.exposure);
        const threatening = drawn.filter(({ threatens }) => threatens.length > 0);
        const all = ["a", "b", "c", "d"].map((id) => ({ id, critical: true }));
        expect(criticalExposure(drawn, all)).toMatchObject(exposureSum(threatening));
      }),
    );
  });
});

describe("R5 the heat map", () => {
  test("rows run from the likeliest down, and every cell has its band", () => {
    const { rows } = heatMap(fiveByFive, [
      risk("x", { likelihood: 5, impact: 1 }),
      risk("y", { likelihood: 5, impact: 1 }),
    ]);
    expect(rows).toHaveLength(5);
    expect(rows[0]![0]).toEqual({ likelihood: 5, impact: 1, exposure: 5, band: "medium", weight: 1, ids: ["x", "y"] });
    expect(rows[4]![4]).toMatchObject({ likelihood: 1, impact: 5, ids: [] });
    expect(rows[0]![4]).toMatchObject({ exposure: 25, band: "extreme" });
  });

  test("every open risk stands in one cell or beside the matrix, and the exposures add up", () => {
    assert(
      property(risks, (drawn) => {
        const { rows, off } = heatMap(fiveByFive, drawn);
        const cells = rows.flat();
        const shown = [...cells.flatMap(({ ids }) => ids), ...off].toSorted();
        const open = drawn.filter(({ isOpen }) => isOpen);
        expect(shown).toEqual(open.map(({ id }) => id).toSorted());
        const inside = open.filter(({ id }) => !off.includes(id));
        expect(cells.reduce((sum, { exposure, ids }) => sum + exposure * ids.length, 0)).toBe(
          exposureSum(inside).exposure,
        );
      }),
    );
  });
});
