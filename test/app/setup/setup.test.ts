import { expect, test } from "vitest";
import { health } from "#app/setup/health";
import { setupApply } from "#app/setup/setup-apply";
import { setupPreview } from "#app/setup/setup-preview";
import { setupRemove } from "#app/setup/setup-remove";
import { showMapping } from "#app/setup/show-mapping";
import { findMapping } from "#app/sync/space-mapping";
import { findFields } from "#domain/setup/find-fields";
import { wantedFields } from "#domain/setup/wanted";
import { jiraWorld } from "../../support/jira-outside";
import type { JiraWorld } from "../../support/jira-outside";

const request = { space: "CRM", use: { plan: null, step: null, risk: null, rollback: null } };

async function setUp(world: JiraWorld) {
  const preview = await setupPreview(request, world.outside);
  return setupApply({ ...request, hash: preview.hash }, world.outside);
}

function writes({ records }: JiraWorld): readonly string[] {
  const isRead = ({ method, path }: { method: string; path: string }) =>
    method === "GET" || /bulkfetch|search/.test(path);
  return records.filter((call) => !isRead(call)).map(({ method, path }) => `${method} ${path}`);
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

test("M94 removing leaves the fields and link types that a plan's work items use, and with them every value and link", async () => {
  const world = await jiraWorld();
  await setUp(world);
  const { admin, jira } = world.outside;
  const type = (await admin.types()).find(({ name }) => name === "Step")?.id;
  const fields = { project: { key: "CRM" }, issuetype: { id: type }, summary: "Export the records" };
  for (const summary of ["Export the records", "Load the records"])
    await world.call("POST", "/rest/api/3/issue", { fields: { ...fields, summary } });
  const link = { type: { name: "Plan" }, outwardIssue: { key: "CRM-1" }, inwardIssue: { key: "CRM-2" } };
  await world.call("POST", "/rest/api/3/issueLink", link);
  const { manual } = await setupRemove({ space: "CRM" }, world.outside);
  expect(manual.map(({ why }) => why)).toContain("Work items that are there would lose what it holds.");
  expect((await admin.linkTypes()).map(({ name }) => name)).toEqual(expect.arrayContaining(["Plan", "Threat"]));
  expect((await admin.fields()).map(({ name }) => name)).toContain("Delivery phase");
  const [item] = await jira.fetchItems(["CRM-1"], null);
  expect(item?.links).toHaveLength(1);
});

test("M94 a changed mapping is tried first: it says what happens to the work items and links that are there, and writes nothing", async () => {
  const world = await jiraWorld();
  await setUp(world);
  const { outside } = world;
  const task = (await outside.admin.types()).find(({ name }) => name === "Task")?.id ?? "";
  const before = await showMapping({ space: "CRM" }, outside);
  const step = before.types.find(({ role }) => role === "step");
  expect([step?.name, before.mayChange]).toEqual(["Step", true]);
  expect(step?.statuses.map(({ means }) => means)).toEqual(["not started", "under way", "done"]);
  await makeSteps(world, step?.id ?? "");
  const calls = writes(world).length;
  const links = { after: "Relates", has: null, threatens: null, covers: null };
  const tried = await setupPreview({ space: "CRM", use: { ...request.use, step: task }, links }, outside);
  expect(tried.effects.map(({ what }) => what)).toEqual([
    "2 work items no longer count as Step.",
    "1 link “Blocks” no longer says “blocks”.",
  ]);
  expect(writes(world).length).toBe(calls);
  await setupApply({ space: "CRM", use: { ...request.use, step: task }, links, hash: tried.hash }, outside);
  const after = await showMapping({ space: "CRM" }, outside);
  expect(after.types.find(({ role }) => role === "step")?.name).toBe("Task");
  expect(after.links.find(({ role }) => role === "after")?.name).toBe("Relates");
  // A set-up run again keeps what was chosen.
  expect((await setupPreview(request, outside)).effects).toEqual([]);
});

test("M94 no link type stands for two things: their links could not be told apart, and every sync would add more", async () => {
  const world = await jiraWorld();
  const tried = setupPreview(
    { ...request, links: { ...none, threatens: "Relates", covers: "Relates" } },
    world.outside,
  );
  await expect(tried).rejects.toThrow("“Relates” would stand for both “threatens” and “rolls back”");
  const after = setupPreview({ ...request, links: { ...none, has: "Blocks" } }, world.outside);
  await expect(after).rejects.toThrow("“Blocks” would stand for both “blocks” and “has step”");
});

const none = { after: null, has: null, threatens: null, covers: null };

async function makeSteps({ outside }: JiraWorld, typeId: string): Promise<void> {
  const mapping = await findMapping(outside.settings, outside.space?.id ?? "");
  if (mapping === null) throw new Error("The space is not set up.");
  const drafts = ["a", "b"].map((item) => ({
    item,
    typeId,
    parent: null,
    values: { summary: item },
    properties: { "uptake.item": { plan: "p", item, kind: "step", version: 1 } },
  }));
  const made = await outside.jiraAsApp.createItems(drafts, mapping);
  const [from = "", to = ""] = made.map((one) => (one.kind === "created" ? one.id : ""));
  await outside.jiraAsApp.link("Blocks", from, to);
}

test("M94 a team-managed space uses no field of another space, though it bears the right name", () => {
  const field = { id: "customfield_1", name: "Likelihood", custom: wantedFields.likelihood.type };
  const bare = { types: [], linkTypes: [], fields: [field], uses: {}, scheme: null, tabs: [] };
  const likelihoodIn = (managed: "company" | "team") =>
    findFields({ ...bare, space: { id: "1", key: "CRM", managed } }).likelihood.id;
  expect([likelihoodIn("company"), likelihoodIn("team")]).toEqual(["customfield_1", null]);
});
