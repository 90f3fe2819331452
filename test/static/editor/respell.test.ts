import { expect, test } from "vitest";
import { nearest } from "../../../static/src/editor/nearest";
import { remarksOn } from "../../../static/src/editor/remarks";

const file = `uptake: 1
plan: { id: crm, title: CRM }
steps:
  - id: freeze
    title: Freeze the old system
    owner: ana@example.com
  - { id: export, title: Export customers, after: [freeze] }
`;

function mended(text: string, name: string): string {
  const fix = remarksOn(text)
    .remarks.flatMap(({ fixes }) => fixes)
    .find((one) => one.name === name);
  if (fix === undefined) throw new Error(`Nothing offers "${name}".`);
  return text.slice(0, fix.at) + fix.insert + text.slice(fix.at + (fix.remove ?? 0));
}

test.each([
  ["    owner:", "    onwer:", "Write owner"],
  ["after: [freeze]", "aftr: [freeze]", "Write after"],
  ["steps:", "stesp:", "Write steps"],
  ["[freeze]", "[freze]", "Write freeze"],
])("M4 %s written as %s is put right", (right, slip, name) => {
  expect(mended(file.replace(right, slip), name)).toBe(file);
});

test("M4 nothing is offered for a word that could be anything", () => {
  expect(nearest("warehouse", ["owner", "after"])).toBeNull();
  expect(nearest("sie", ["side", "size"])).toBeNull();
});
