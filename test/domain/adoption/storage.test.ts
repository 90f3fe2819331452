import { budgetBytes, bytesOf, isTight, noRows, weeksToTotal } from "#domain/adoption/storage";
import { expect, test } from "vitest";

test("F3 a store is tight beyond four fifths of its budget, whatever fills it", () => {
  expect(bytesOf(noRows)).toBe(0);
  expect(bytesOf({ ...noRows, person: 10, ticket: 2 })).toBe(10 * 220 + 2 * 210);
  expect([isTight(0.8 * budgetBytes), isTight(0.8 * budgetBytes + 1)]).toEqual([false, true]);
});

test("F3 weeks before the latest ones become totals, over the turn of a year, but for those a measure looks into", () => {
  const held = [202651, 202652, 202653, 202701, 202702];
  expect(weeksToTotal(held, { kept: 2, last: 202702, wanted: new Set([202651]) })).toEqual([202652]);
  expect(weeksToTotal(held, { kept: 52, last: 202702, wanted: new Set() })).toEqual([]);
});
