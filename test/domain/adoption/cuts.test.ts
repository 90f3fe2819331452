import { shownCuts } from "#domain/adoption/cuts";
import type { Cell } from "#domain/adoption/cuts";
import { shownGroups, smallestGroup } from "#domain/adoption/suppression";
import { array, assert, constantFrom, integer, property, tuple } from "fast-check";
import { describe, expect, test } from "vitest";

const cellsOf = (table: readonly (readonly number[])[]): Cell[] =>
  table.flatMap((row, wave) =>
    row.map((size, department) => ({ wave: `w${wave}`, department: `d${department}`, size })),
  );

/** Every shown group as a row of zeros and ones over the cells that hold anybody. */
function rowsOf(cells: readonly Cell[]): number[][] {
  const shown = shownCuts(cells);
  const waves = [...new Set(cells.map(({ wave }) => wave))];
  const departments = [...new Set(cells.map(({ department }) => department))];
  const row = (holds: (cell: Cell) => boolean): number[] => cells.map((cell) => (holds(cell) ? 1 : 0));
  return [
    ...(shown.total ? [row(() => true)] : []),
    ...waves.filter(shown.wave).map((wave) => row((cell) => cell.wave === wave)),
    ...departments.filter(shown.department).map((name) => row((cell) => cell.department === name)),
    ...cells.flatMap((cell) => (shown.cell(cell.wave, cell.department) ? [row((other) => other === cell)] : [])),
  ];
}

/** Rank by plain elimination in fractions of doubles: tables this small keep them exact enough. */
function rankOf(rows: readonly (readonly number[])[]): number {
  const left = rows.map((row) => [...row]);
  let rank = 0;
  for (let column = 0; column < (left[0]?.length ?? 0); column += 1) {
    const pivot = left.findIndex((row, at) => at >= rank && Math.abs(row[column]!) > 1e-9);
    if (pivot < 0) continue;
    [left[rank], left[pivot]] = [left[pivot]!, left[rank]!];
    for (let at = rank + 1; at < left.length; at += 1) {
      const factor = left[at]![column]! / left[rank]![column]!;
      left[at] = left[at]!.map((value, place) => value - factor * left[rank]![place]!);
    }
    rank += 1;
  }
  return rank;
}

/** Tries every set of cells there is. */
function smallestTold(cells: readonly Cell[]): number {
  const known = cells.filter(({ size }) => size > 0);
  const rows = rowsOf(known);
  const rank = rankOf(rows);
  let smallest = Infinity;
  for (let set = 1; set < 2 ** known.length; set += 1) {
    const people = known.reduce((sum, { size }, at) => sum + ((set >> at) & 1) * size, 0);
    const row = known.map((_, at) => (set >> at) & 1);
    if (people < smallest && rankOf([...rows, row]) === rank && rows.length > 0) smallest = people;
  }
  return smallest;
}

describe("P2 no number about fewer than five people by subtraction between total, waves and departments", () => {
  test("over random cuts, against every set of cells", () => {
    const size = constantFrom(0, 0, 1, 1, 2, 3, 4, 5, 6, 9, 30);
    const table = tuple(integer({ min: 1, max: 3 }), array(size, { minLength: 9, maxLength: 9 })).map(
      ([waves, sizes]) => Array.from({ length: waves }, (_, wave) => sizes.slice(wave * 3, wave * 3 + 3)),
    );
    assert(
      property(table, (drawn) => {
        expect(smallestTold(cellsOf(drawn))).toBeGreaterThanOrEqual(smallestGroup);
      }),
      { numRuns: 150 },
    );
  });

  test("where every cell holds five or more, all is shown", () => {
    const sizes = array(array(integer({ min: 5, max: 40 }), { minLength: 4, maxLength: 4 }), {
      minLength: 1,
      maxLength: 4,
    });
    assert(
      property(sizes, (table) => {
        const cells = cellsOf(table);
        expect(rowsOf(cells)).toHaveLength(1 + table.length + 4 + cells.length);
      }),
    );
  });

  test("with a single wave it hides the departments that hiding within one view hides", () => {
    assert(
      property(array(integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 6 }), (sizes) => {
        const shown = shownCuts(cellsOf([sizes]));
        const total = sizes.reduce((sum, size) => sum + size, 0);
        if (total < smallestGroup) return;
        const plain = shownGroups(sizes);
        sizes.forEach((_, at) => {
          if (!plain[at]) expect(shown.department(`d${at}`) && shown.cell("w0", `d${at}`)).toBe(false);
        });
      }),
    );
  });

  test("a wave of three hides the wave beside it, and the total stays", () => {
    const shown = shownCuts(cellsOf([[20], [3]]));
    expect([shown.total, shown.wave("w0"), shown.wave("w1")]).toEqual([true, false, false]);
  });

  test("a small cell takes a detail with it, not the waves and not the departments", () => {
    const shown = shownCuts(
      cellsOf([
        [20, 3, 9],
        [15, 8, 11],
      ]),
    );
    expect(["w0", "w1"].map(shown.wave)).toEqual([true, true]);
    expect(["d0", "d1", "d2"].map(shown.department)).toEqual([true, true, true]);
    expect(shown.cell("w0", "d1")).toBe(false);
  });

  test("more cells than can be searched show no department at all", () => {
    const shown = shownCuts(cellsOf(Array.from({ length: 5 }, () => Array.from({ length: 51 }, () => 7))));
    expect([shown.total, shown.wave("w4"), shown.department("d0"), shown.cell("w0", "d0")]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
