import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { blankPlan } from "#domain/plan/blank";
import type { PlanState } from "#domain/plan/state";
import { emptySections, moveTo } from "#domain/plan/state";
import { readPlan } from "#formats/yaml";

const states: readonly PlanState[] = ["draft", "baselined", "executing", "delivered", "hyper-care", "implemented"];
const allowed = new Set([
  "draft>baselined",
  "baselined>draft",
  "baselined>executing",
  "executing>delivered",
  "delivered>executing",
  "delivered>hyper-care",
  "hyper-care>implemented",
]);

const demo = (() => {
  const read = readPlan(
    readFileSync(new URL("../../../workbench/sites/crm.yaml", import.meta.url), "utf8"),
    "crm.yaml",
  );
  return read.kind === "read" ? read.plan : blankPlan("p", "P");
})();

test.each(states.flatMap((from) => states.map((to) => [from, to] as const)))("M1 from %s to %s", (from, to) => {
  expect(moveTo(demo, from, to).kind).toBe(allowed.has(`${from}>${to}`) ? "allowed" : "refused");
});

test("M1 a plan with an empty section is not baselined, and the section is named", () => {
  expect(emptySections(blankPlan("p", "P"))).toEqual([
    "objective",
    "scope",
    "owner",
    "steps",
    "risks",
    "RACI rows",
    "communication",
  ]);
  const refused = moveTo({ ...demo, risks: [] }, "draft", "baselined");
  expect(refused).toMatchObject({ kind: "refused", message: "The plan has no risks." });
});

test("M17 a section that somebody answers for and nobody has signed holds the baseline back", () => {
  const section = (signedBy: string | null) => ({ section: "Communication", owner: "ana@example.com", signedBy });
  const refused = moveTo({ ...demo, sections: [section(null)] }, "draft", "baselined");
  expect(refused).toMatchObject({ kind: "refused", message: "Nobody has signed Communication (ana@example.com)." });
  expect(moveTo({ ...demo, sections: [section("ana@example.com")] }, "draft", "baselined").kind).toBe("allowed");
  expect(moveTo({ ...demo, sections: [section(null)] }, "baselined", "executing").kind).toBe("allowed");
});
