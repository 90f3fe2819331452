import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { lint } from "#domain/plan/lint";
import { readPlan } from "#formats/yaml";

test("the demo plan leaves the linter two hints: handoffs the project manager has yet to settle", () => {
  const read = readPlan(
    readFileSync(new URL("../../../workbench/sites/crm.yaml", import.meta.url), "utf8"),
    "crm.yaml",
  );
  const findings = read.kind === "read" ? lint(read.plan) : [];
  expect(findings.map(({ rule, item }) => `${rule} ${item}`)).toEqual([
    "handoff-unaccepted monitoring",
    "handoff-unaccepted monitoring",
  ]);
});
