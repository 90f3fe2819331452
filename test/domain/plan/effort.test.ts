import { expect, test } from "vitest";
import { blankPlan, blankStep } from "#domain/plan/blank";
import { effortOf } from "#domain/plan/effort";

test("M82 the split counts the length of each step by its stream; groups and steps without a length count nothing", () => {
  const steps = [
    { ...blankStep("group", "Group"), duration: "9d", stream: "change" as const },
    { ...blankStep("map", "Map"), duration: "3d", stream: "change" as const, parent: "group" },
    { ...blankStep("teach", "Teach"), duration: "1d", stream: "training" as const },
    { ...blankStep("load", "Load"), duration: "1d", stream: "data" as const },
    { ...blankStep("sign", "Sign"), stream: "technical" as const },
    { ...blankStep("other", "Other"), duration: "2d" },
  ];
  const { preparation, execution, unsaid } = effortOf({ ...blankPlan("crm", "CRM"), steps });
  expect([preparation / execution, unsaid / execution]).toEqual([4, 2]);
});
