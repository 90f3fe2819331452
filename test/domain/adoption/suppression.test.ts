import { shownGroups, smallestGroup } from "#domain/adoption/suppression";
import { array, assert, integer, property } from "fast-check";
import { expect, test } from "vitest";

test.each([
  [
    [12, 30, 8],
    [true, true, true],
  ],
  [
    [12, 4, 8],
    [true, false, false],
  ],
  [
    [12, 4, 3, 8],
    [true, false, false, true],
  ],
  [
    [12, 1, 1, 8],
    [true, false, false, false],
  ],
  [[4], [false]],
  [
    [0, 9],
    [false, true],
  ],
])("P1 of groups of %j those shown are %j", (sizes, shown) => {
  expect(shownGroups(sizes)).toEqual(shown);
});

test("P1 whatever the sizes, what is hidden is never one group to be had by subtraction, nor fewer than five people", () => {
  assert(
    property(array(integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 12 }), (sizes) => {
      const shown = shownGroups(sizes);
      const hidden = sizes.filter((size, index) => !shown[index] && size > 0);
      expect(sizes.every((size, index) => !shown[index] || size >= smallestGroup)).toBe(true);
      const people = hidden.reduce((sum, size) => sum + size, 0);
      const anyShown = shown.includes(true);
      if (hidden.length > 0 && anyShown) {
        expect(hidden.length).toBeGreaterThan(1);
        expect(people).toBeGreaterThanOrEqual(smallestGroup);
      }
    }),
  );
});
