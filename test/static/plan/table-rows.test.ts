import { expect, test } from "vitest";
import { readGrid } from "#formats/read-grid";
import { canBeAsked } from "../../../static/src/files/table-rows";

test.each([
  ["nothing", "", false],
  ["a single line", "just words\n", false],
  ["blank lines below a heading", "What we do;Who\n;\n;\n", false],
  ["columns nobody knows", "What we do;Who does it\nExport the records;ana@example.com\n", true],
])("M92 of a table that holds %s nothing is asked that nobody could answer", async (_, text, asks) => {
  const grid = await readGrid({ name: "odd.csv", bytes: new TextEncoder().encode(text), format: null });
  if (grid?.kind !== "grid") throw new Error("no grid");
  expect(canBeAsked(grid)).toBe(asks);
});
