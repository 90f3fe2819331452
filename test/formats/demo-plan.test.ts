import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readPlan, writeYaml } from "#formats/yaml";

const text = readFileSync(new URL("../../workbench/sites/crm.yaml", import.meta.url), "utf8");

test("M65 the demo plan is read whole: five phases, two waves, six departments, and comes back the same", () => {
  const read = readPlan(text, "crm.yaml");
  expect(read.kind === "refused" ? read.findings : []).toEqual([]);
  if (read.kind === "refused") return;
  const { plan } = read;
  expect(new Set(plan.steps.map((step) => step.phase)).size).toBe(5);
  expect(plan.steps.length).toBeGreaterThanOrEqual(58);
  expect(plan.steps.flatMap((step) => step.after).length).toBeGreaterThanOrEqual(80);
  expect(plan.waves.flatMap((wave) => wave.departments)).toHaveLength(6);
  expect(plan.risks).toHaveLength(20);
  expect(readPlan(writeYaml(plan), "crm.yaml")).toEqual(read);
});
