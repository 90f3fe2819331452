import { criterionText } from "#app/panel/criterion-view";
import { expect, test } from "vitest";

const said = (by: { readonly anchor: string; readonly offset: string }) =>
  criterionText({ measure: "records validated", op: ">=", value: 100, unit: "%", by, from: null, holds: "by" });

test.each([
  ["0d", "by Go-live"],
  ["-1d", "by 1d before Go-live"],
  ["24h", "by 24h after Go-live"],
  ["+2w", "by 2w after Go-live"],
])("M8 a deadline of golive %s reads “%s”", (offset, words) => {
  expect(said({ anchor: "golive", offset })).toBe(`records validated >= 100 % ${words}`);
});
