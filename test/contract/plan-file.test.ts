import { assert, property } from "fast-check";
import { expect, test } from "vitest";
import { planFile, toPlanFile } from "#contract/plan-file";
import { upgrade } from "#contract/plan-file-version";
import { readPlan, writeJson, writeYaml } from "#formats/yaml";
import { anyPlan } from "../support/any-plan";

test("M92 any plan in the shape of the file is the same plan when read", () => {
  assert(
    property(anyPlan, (plan) => {
      expect(planFile.parse(toPlanFile(plan))).toEqual(plan);
    }),
    { numRuns: 150 },
  );
});

test("M92 any plan survives YAML and JSON", () => {
  assert(
    property(anyPlan, (plan) => {
      expect(readPlan(writeYaml(plan), "p.yaml")).toEqual({ kind: "read", plan, notes: [] });
      expect(readPlan(writeJson(plan), "p.json")).toEqual({ kind: "read", plan, notes: [] });
    }),
    { numRuns: 60 },
  );
});

test("an older file is brought to today's version step by step, and one without a path is named", () => {
  const known = { 0: (document: Record<string, unknown>) => ({ ...document, uptake: 1 }) };
  expect(upgrade({ uptake: 1 })).toEqual({ kind: "current", document: { uptake: 1 } });
  expect(upgrade({ uptake: 7 })).toEqual({ kind: "unknown", version: 7 });
  expect(upgrade({ uptake: 0, a: 1 }, known)).toEqual({ kind: "current", document: { uptake: 1, a: 1 } });
});
