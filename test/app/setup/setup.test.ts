import { expect, test } from "vitest";
import { health } from "#app/setup/health";
import { setupApply } from "#app/setup/setup-apply";
import { setupPreview } from "#app/setup/setup-preview";
import { setupRemove } from "#app/setup/setup-remove";
import { jiraWorld } from "../../support/jira-outside";
import type { JiraWorld } from "../../support/jira-outside";

const request = { space: "CRM", use: { plan: null, step: null, risk: null, rollback: null } };

async function setUp(world: JiraWorld) {
  const preview = await setupPreview(request, world.outside);
  return setupApply({ ...request, hash: preview.hash }, world.outside);
}

function writes({ records }: JiraWorld): readonly string[] {
  return records.filter(({ method }) => method !== "GET").map(({ method, path }) => `${method} ${path}`);
}

test("M94 a preview changes nothing, and names what set-up then makes", async () => {
  const world = await jiraWorld();
  const preview = await setupPreview(request, world.outside);
  expect(writes(world)).toEqual([]);
  expect(preview.creates.map(({ what }) => what)).toEqual([
    "Work type “Plan”",
    "Work type “Step”",
    "Work type “Risk”",
    "Work type “Rollback”",
    "Link type “Plan” (has step, is step of)",
    "Link type “Threat” (threatens, is threatened by)",
    "Link type “Rollback” (rolls back, is rolled back by)",
    "Field “Delivery phase”, for this space only",
    "Field “Likelihood”, for this space only",
    "Field “Impact”, for this space only",
    "Field “Exposure”, for this space only",
  ]);
});

test("M94 set-up run again writes nothing and the health check is clean", async () => {
  const world = await jiraWorld();
  await setUp(world);
  const before = writes(world).length;
  const again = await setUp(world);
  expect([...again.creates, ...again.changes]).toEqual([]);
  expect(writes(world).length).toBe(before);
  const { checks } = await health({ space: "CRM" }, world.outside);
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
});

test("M94 an existing work type named Risk is used and not made again", async () => {
  const world = await jiraWorld();
  await world.call("POST", "/rest/api/3/issuetype", { name: "Risk", hierarchyLevel: 0 });
  const preview = await setUp(world);
  expect(preview.maps.map(({ what }) => what)).toContain("Work type “Risk” stands for Risk");
  expect(preview.creates.map(({ what }) => what)).not.toContain("Work type “Risk”");
});

test("M94 removing takes away what set-up made and leaves what it only used", async () => {
  const world = await jiraWorld();
  await world.call("POST", "/rest/api/3/issuetype", { name: "Risk", hierarchyLevel: 0 });
  await setUp(world);
  const removed = await setupRemove({ space: "CRM" }, world.outside);
  expect(removed.manual).toEqual([]);
  const types = (await world.outside.admin.types()).map(({ name }) => name);
  expect(types).toContain("Risk");
  expect(types).not.toContain("Step");
  expect((await world.outside.admin.fields()).map(({ name }) => name)).not.toContain("Delivery phase");
});
