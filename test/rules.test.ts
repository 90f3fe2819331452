import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");

function textsOf(pattern: string): string[] {
  return globSync(pattern, { cwd: root }).map((path) => readFileSync(join(root, path), "utf8"));
}

/** A rule begins its line: as a row of a table, or as an item of a list. */
const rules = textsOf("src/domain/*/SPEC.md").flatMap((text) =>
  [...text.matchAll(/^(?:\| |- \*\*)([A-Z]\d+)\b/gm)].map(([, id]) => id!),
);

/** What stands first in a call of `test`, of `describe`, or of what their `each` gives. */
const names = textsOf("test/**/*.test.ts*").flatMap((text) =>
  [...text.matchAll(/(?:\b(?:test|describe)(?:\.\w+)?|\))\(\s*(["'`])(.*?)\1\s*,/gs)].map(([, , name]) => name!),
);

test("no two rules of the SPEC.md files have one id", () => {
  expect(rules.length).toBeGreaterThan(100);
  expect(rules.filter((id, at) => rules.indexOf(id) !== at)).toEqual([]);
});

test("each rule of the SPEC.md files has a test with its id", () => {
  const named = new Set(names.flatMap((name) => name.match(/\b[A-Z]\d+\b/g) ?? []));
  expect(rules.filter((id) => !named.has(id))).toEqual([]);
});
