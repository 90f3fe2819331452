import { expect, test } from "vitest";
import type { Undertaking } from "#domain/plan/plan-need";
import { adviseOnPlan } from "#domain/plan/plan-need";
import { templates } from "#domain/plan/templates/library";

const small: Undertaking = {
  people: 1,
  deliverables: 1,
  deploys: "once",
  breaking: false,
  changesHowOthersWork: false,
  touchesLiveSystems: false,
};

test.each<[string, Partial<Undertaking>, string, string | null]>([
  ["one deliverable by one person", {}, "none", null],
  ["the same, and others notice", { changesHowOthersWork: true }, "light-checklist", "light-checklist"],
  ["a three-person backlog change", { people: 3, deliverables: 2 }, "none", null],
  ["the same on a live system", { people: 3, touchesLiveSystems: true }, "light-checklist", "light-checklist"],
  ["many deploys a day", { people: 40, deliverables: 9, deploys: "many-a-day" }, "light-checklist", "light-checklist"],
  [
    "a breaking release among many deploys a day",
    { people: 40, deploys: "many-a-day", breaking: true },
    "full-plan",
    "software-deployment",
  ],
  ["a breaking release of one person", { breaking: true }, "full-plan", "software-deployment"],
  ["a policy others must follow", { people: 2, changesHowOthersWork: true }, "full-plan", "process-change"],
  [
    "a new system for other departments",
    { people: 8, changesHowOthersWork: true, touchesLiveSystems: true },
    "full-plan",
    "crm-roadmap",
  ],
  ["several people, several results", { people: 6, deliverables: 4 }, "full-plan", "vendor-implementation"],
])("M15 %s", (_, about, need, template) => {
  const advice = adviseOnPlan({ ...small, ...about });
  expect([advice.need, advice.template]).toEqual([need, template]);
  expect(template === null || templates.some(({ id }) => id === template)).toBe(true);
});
