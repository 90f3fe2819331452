import { expect, test } from "vitest";
import type { Format } from "#formats/format";
import { guessFormat } from "#formats/guess-format";
import { itemLines } from "#formats/item-lines";
import { readFile } from "#formats/read-file";

async function linesOf(text: string, format: Exclude<Format, "xlsx">) {
  const read = await readFile({ name: "a", bytes: new TextEncoder().encode(text), format });
  if (read.kind === "refused") throw new Error(read.findings[0]?.message);
  return itemLines({ text, format, plan: read.plan });
}

const yaml = `uptake: 1
plan:
  id: p
  title: P
steps:
  - id: a
    title: First
    owner: ana@example.com
  - { id: b, title: Second, after: [a] }
risks:
  - id: r
    title: Late
    tag: pre-delivery
    likelihood: 1
    impact: 1
`;

test.each([
  ["a", "owner", 8],
  ["a", "success", 6],
  ["b", "after", 9],
  ["r", "title", 12],
  [null, "title", 4],
  ["nobody", null, null],
] as const)("a finding on %s, field %s, stands at line %s", async (item, field, line) => {
  expect((await linesOf(yaml, "yaml"))(item, field)).toBe(line);
});

test("in a table the row with the title is meant, unless two rows hold it", async () => {
  const text = 'ID,Title\r\na,First\r\nb,Second\r\nc,Second thoughts\r\nd,Twice\r\ne,Twice\r\nf,"Third, at last"\r\n';
  const line = await linesOf(text, "csv");
  expect(["a", "b", "c", "d", "f"].map((id) => line(id, null))).toEqual([2, 3, 4, null, 7]);
  expect(line(null, null)).toBeNull();
});

test.each([
  ['<?xml version="1.0"?><Project/>', "mspdi"],
  ['{"uptake": 1}', "json"],
  [yaml, "yaml"],
  ["# Plan\n\n- [ ] First", "markdown"],
  ["| Title |\n| --- |\n| First |", "markdown"],
  ["Title\tOwner\nFirst\tana@example.com", "csv"],
  ["Title;Owner\nFirst;x", "csv"],
] as const)("the text %j is %s", (text, format) => {
  expect(guessFormat(text)).toBe(format);
});
