import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Plan } from "#domain/plan/plan";
import { carryOver } from "#formats/carry-over";
import type { Format } from "#formats/format";
import { readFile } from "#formats/read-file";
import { writeFile } from "#formats/write-file";
import { readPlan } from "#formats/yaml";
import { someStep } from "../support/any-plan";
import { blankPlan } from "#domain/plan/blank";

const demo = planOf(
  readPlan(readFileSync(new URL("../../workbench/sites/crm.yaml", import.meta.url), "utf8"), "crm.yaml"),
);

function planOf(read: ReturnType<typeof readPlan>): Plan {
  if (read.kind === "refused") throw new Error(read.findings[0]?.message);
  return read.plan;
}

async function again(plan: Plan, format: Format): Promise<Plan> {
  const read = await readFile({ name: "exported.x", bytes: await writeFile(plan, format), format });
  return carryOver(plan, planOf(read), format);
}

test.each(["yaml", "json", "csv", "xlsx", "markdown", "mspdi"] as const)(
  "M92 a plan exported as %s and read again onto itself changes nothing",
  async (format) => {
    expect(await again(demo, format)).toEqual(demo);
  },
);

test("M92 what was edited in the table is what changes, and risks stay", async () => {
  const [first, ...rest] = demo.steps;
  if (!first) throw new Error("The demo plan has no steps.");
  const edited = { ...demo, risks: [], steps: [{ ...first, title: "Hold the kick-off" }, ...rest] };
  const read = await readFile({ name: "a.csv", bytes: await writeFile(edited, "csv"), format: null });
  const carried = carryOver(demo, planOf(read), "csv");
  expect(carried).toEqual({ ...edited, risks: demo.risks });
});

test("M6 a day moved in MS Project takes the place of the anchor; one left alone does not", () => {
  const anchored = someStep("a", { anchor: { anchor: "golive", offset: "0" } });
  const plan = { ...blankPlan("p", "P"), anchors: { golive: "2026-03-02" }, steps: [anchored] };
  const read = (start: string) => ({ ...plan, anchors: {}, steps: [someStep("a", { start })] });
  expect(carryOver(plan, read("2026-03-02"), "mspdi").steps).toEqual([anchored]);
  expect(carryOver(plan, read("2026-03-05"), "mspdi").steps).toEqual([someStep("a", { start: "2026-03-05" })]);
});

test("M6 a task added in MS Project stands behind the task above it", () => {
  const plan = { ...blankPlan("p", "P"), steps: [someStep("b"), someStep("a"), someStep("c")] };
  const read = { ...plan, steps: [someStep("a"), someStep("new"), someStep("b"), someStep("c")] };
  expect(carryOver(plan, read, "mspdi").steps.map(({ id }) => id)).toEqual(["b", "a", "new", "c"]);
});
