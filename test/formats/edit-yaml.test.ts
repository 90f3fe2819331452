import * as fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { editYaml } from "#formats/edit-yaml";

const file = `# The plan of the year
uptake: 1
plan:
  id: crm   # stable
  title: "CRM"

steps:
  # first of all
  - id: freeze
    title: 'Freeze'   # be quick
    duration: 1d
    description: |
      One.

      Two.
    after:
      - a
      - b
  - {id: export,  title: Export, owner: ana@example.com}
  - id: empty
    owner:
`;

test("M92 a value is changed where it stands; comments, quotes, spacing and order stay", () => {
  expect(
    editYaml(file, [
      { path: ["plan", "title"], value: "CRM: two" },
      { path: ["steps", 0, "title"], value: "It's frozen" },
      { path: ["steps", 1, "title"], value: "Export, all" },
      { path: ["steps", 2, "owner"], value: "ben@example.com" },
    ]),
  ).toBe(
    file
      .replace('"CRM"', '"CRM: two"')
      .replace("'Freeze'", "'It''s frozen'")
      .replace("title: Export,", 'title: "Export, all",')
      .replace("owner:\n", "owner: ben@example.com\n"),
  );
});

test("M92 a text of several lines stays a block, and brackets keep the room they had", () => {
  const written = file.replace("{id: export,", "{id: export, after: [freeze, empty],").replace("- a\n      - b", "- a");
  const changed = editYaml(written, [
    { path: ["steps", 0, "description"], value: "One: done.\n\n- two 🚚\n" },
    { path: ["steps", 1, "after"], value: ["empty", { step: "freeze", type: "SS" }] },
    { path: ["steps", 2, "description"], value: "A\nB" },
  ]);
  expect(changed).toBe(
    written
      .replace("      One.\n\n      Two.\n", "      One: done.\n\n      - two 🚚\n")
      .replace("[freeze, empty]", "[empty, { step: freeze, type: SS }]")
      .replace("    owner:\n", "    owner:\n    description: |-\n      A\n      B\n"),
  );
});

test("M92 keys come and go on lines of their own", () => {
  const changed = editYaml(file, [
    { path: ["steps", 0, "start"], value: "2026-03-02" },
    { path: ["steps", 1, "start"], value: "2026-03-03" },
    { path: ["steps", 0, "duration"], value: undefined },
    { path: ["steps", 0, "after"], value: ["a", { step: "c", type: "SS", lag: "1d" }] },
  ]);
  expect(changed).toContain("# first of all\n  - id: freeze\n    title: 'Freeze'   # be quick\n    description: |\n");
  expect(changed).toContain(
    "      - a\n      - { step: c, type: SS, lag: 1d }\n    start: 2026-03-02\n  - {id: export,",
  );
  expect(changed).toContain("owner: ana@example.com, start: 2026-03-03}");
});

test("M92 whatever is changed, the file then says it, and every comment is still there", () => {
  const value = fc.oneof(
    fc.string(),
    fc.constantFrom("a: b", "- x", "#no", "1d", "0x1", "yes", "null", "two\nlines\n"),
    fc.array(fc.string(), { maxLength: 3 }),
  );
  const path = fc.constantFrom(
    ["plan", "title"],
    ["plan", "zone"],
    ["steps", 0, "title"],
    ["steps", 0, "description"],
    ["steps", 0, "after"],
    ["steps", 1, "title"],
    ["steps", 1, "needs"],
    ["steps", 2, "owner"],
  );
  fc.assert(
    fc.property(
      fc.array(fc.record({ path, value: fc.option(value, { nil: undefined }) }), { maxLength: 4 }),
      (edits) => {
        const text = editYaml(file, edits);
        const last = new Map(edits.map((edit) => [edit.path.join("/"), edit]));
        for (const { path: at, value: wanted } of last.values()) {
          const found = at.reduce<unknown>(
            (node, key) => (typeof node === "object" && node !== null ? Reflect.get(node, key) : undefined),
            parse(text),
          );
          expect(found).toEqual(wanted);
        }
        expect(text).toContain("# The plan of the year");
        expect(text).toContain("# stable");
        expect(text).toContain("# first of all");
      },
    ),
  );
});
