import { expect, test } from "vitest";
import { planFile, toPlanFile } from "#contract/plan-file";
import { lint } from "#domain/plan/lint";
import { quickPlan } from "#domain/plan/quick-plan";
import { planNetwork } from "#domain/schedule/plan-network";
import { scheduleReport } from "#domain/schedule/report";

const fields = {
  title: "Büro move",
  objective: "Everybody works in the new office",
  owner: "ana@example.com",
  golive: "2026-09-14",
  steps: "1. Pack the boxes 2d\n- Move the desks (4h)\n\nPack the boxes\nOpen the new office",
};

test("M100 five fields make a plan that can be read, dated and applied", () => {
  const plan = quickPlan(fields, "Europe/Berlin", new Set(["buro-move"]));
  expect(Object.keys(fields)).toHaveLength(5);
  expect(plan.id).toBe("buro-move-2");
  expect(plan.steps.map(({ id, duration, after }) => [id, duration, after.map(({ step }) => step)])).toEqual([
    ["pack-the-boxes", "2d", []],
    ["move-the-desks", "4h", ["pack-the-boxes"]],
    ["pack-the-boxes-2", "1d", ["move-the-desks"]],
    ["open-the-new-office", "1d", ["pack-the-boxes-2"]],
  ]);
  expect(plan.steps.at(-1)?.anchor).toEqual({ anchor: "golive", offset: "0" });
  expect(lint(plan).filter(({ level }) => level === "error")).toEqual([]);
  expect(planFile.parse(toPlanFile(plan))).toEqual(plan);
  const { items } = scheduleReport(planNetwork(plan, "2026-09-07"));
  expect(items.at(-1)?.start).toContain("2026-09-");
});

test("M100 fields left empty are asked for later, not made up", () => {
  const plan = quickPlan({ ...fields, owner: " ", objective: "", steps: "" }, "UTC");
  expect([plan.owner, plan.objective, plan.steps]).toEqual([null, [], []]);
  expect(quickPlan({ ...fields, title: "!!!" }, "UTC").id).toBe("plan");
});
