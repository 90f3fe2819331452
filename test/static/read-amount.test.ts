import { expect, test } from "vitest";
import { readAmount } from "../../static/src/rollback/reading-form";

const time = { unit: "h", measures: "time" } as const;
const share = { unit: "%", measures: "share" } as const;

test.each([
  ["3", time, { kind: "value", value: 3, unit: "h" }],
  ["4 h 30 min", time, { kind: "value", value: 270, unit: "min" }],
  ["4h1", time, { kind: "value", value: 241, unit: "min" }],
  ["240 min", time, { kind: "value", value: 240, unit: "min" }],
  ["0,2", share, { kind: "value", value: 0.2, unit: "%" }],
  ["12 of 40000", share, { kind: "counts", part: 12, whole: 40_000 }],
  ["soon", time, null],
] as const)("M10 %s is read as people write it", (text, reading, wanted) => {
  expect(readAmount(text, reading)).toEqual(wanted);
});
