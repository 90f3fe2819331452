import { listPlans } from "#app/plan/list-plans";
import { openPlan } from "#app/plan/find-plan";
import { livePlan } from "#app/plan/live-plan";
import { readSides } from "#app/sync/sides";
import { flatMapping } from "../../support/memory-jira";
import { migration, planWorld } from "../../support/plan-world";
import { expect, test } from "vitest";

const marks = {
  "nothing readable": 5,
  "another plan's name": { plan: "other", item: "/plan", kind: "plan", version: 1 },
  "a step's name": { plan: "crm", item: "load", kind: "step", version: 1 },
  "a newer version": { plan: "crm", item: "/plan", kind: "plan", version: 99 },
};

test.each(Object.entries(marks))("S3 %s written over the plan's mark takes the plan from nobody", async (_, mark) => {
  const world = await planWorld(migration);
  const { id, properties } = world.issue("/plan");
  world.jira.edit(id, { properties: { ...properties, "uptake.item": mark } });
  const { outside } = world;
  expect((await listPlans({}, outside)).map((plan) => plan.id)).toEqual(["crm"]);
  expect((await livePlan("crm", outside)).plan.title).toBe(migration.title);
  expect((await openPlan("crm", { ...outside, space: null })).item.id).toBe(id);
  const { snapshot } = await readSides(migration, flatMapping, outside);
  expect(snapshot.items.find((item) => item.id === "/plan")?.issue).toBe(id);
  expect(snapshot.strays).toEqual([]);
});
