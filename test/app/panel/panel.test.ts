import { expect, test } from "vitest";
import { panel } from "#app/panel/panel";
import type { Outside } from "#app/ports";
import type { PanelView } from "#contract/panel";
import { blindTo, doing, finished, migration, on, planWorld } from "../../support/plan-world";
import type { PlanWorld } from "../../support/plan-world";

const gate = { open: false, sentence: "Gate 2 locked: 1 of 1 unmet", unmet: ["Nothing reports usage yet"] };
const show = (outside: Outside): Promise<PanelView> => panel({}, outside, async () => gate);

async function stepOf(outside: Outside) {
  const view = await show(outside);
  if (view.kind !== "step") throw new Error(`The panel shows ${view.kind}.`);
  return view;
}

function named(world: PlanWorld) {
  return { id: "crm", title: "CRM migration", key: world.issue("/plan").key };
}

test("M4 a step's panel says whether to start, what done means, and what to do if it fails", async () => {
  const world = await planWorld(migration);
  const view = await stepOf(on(world, "export"));
  const freeze = { key: world.issue("freeze").key, title: "Freeze changes", status: "To Do", done: false };
  expect(view.plan).toEqual(named(world));
  expect(view.mayStart).toEqual({ yes: false, done: 0, total: 1, waitingFor: [freeze] });
  expect(view.attributes).toEqual({
    description: "All of them.",
    owner: null,
    timeline: "3 Mar 2026 to 4 Mar 2026 (2d)",
    dependencies: `${freeze.key} Freeze changes`,
    success: "rows >= 10 by 4 Mar 2026; errors = 0 by 27 Feb 2026",
  });
  expect(view.rollback.map(({ title }) => title)).toEqual(["Back to the old system"]);
  expect([view.slackDays, view.critical, view.zone]).toEqual([0, true, "UTC"]);
  expect(view.findings.every(({ item, message }) => item === "export" && !message.startsWith("export "))).toBe(true);
  world.move("freeze", finished);
  expect((await stepOf(on(world, "export"))).mayStart).toEqual({ yes: true, done: 1, total: 1, waitingFor: [] });
});

test("M4 a step that is done while a predecessor is open says so, with the predecessor", async () => {
  const world = await planWorld(migration);
  expect((await stepOf(on(world, "export"))).progress).toBe("not started");
  world.move("export", finished);
  const { progress, mayStart } = await stepOf(on(world, "export"));
  expect([progress, mayStart.waitingFor.map(({ title }) => title)]).toEqual(["done", ["Freeze changes"]]);
});

test("M92 a step's panel says what was changed in Jira since plan and Jira agreed, and nothing when nothing was", async () => {
  const world = await planWorld(migration);
  expect((await stepOf(on(world, "train"))).drift).toEqual([]);
  world.jira.edit(world.issue("train").id, { summary: "Train everybody twice" });
  expect((await stepOf(on(world, "train"))).drift).toEqual([
    { field: "summary", was: "Train the team", now: "Train everybody twice" },
  ]);
});

test("M8 a criterion is open until its deadline; missed, it fails a step that is still open", async () => {
  const world = await planWorld(migration);
  const states = async () => (await stepOf(on(world, "export"))).criteria.map(({ state }) => state);
  expect(await states()).toEqual(["pending", "failed"]);
  world.move("export", finished);
  expect(await states()).toEqual(["pending", "pending"]);
});

test("M6 a step tied to the start of another may begin once that one has", async () => {
  const world = await planWorld(migration);
  expect((await stepOf(on(world, "train"))).mayStart.yes).toBe(false);
  world.move("freeze", doing);
  expect((await stepOf(on(world, "train"))).mayStart.yes).toBe(true);
});

test("a panel shows the step and its links as they are now, not as of the last sync", async () => {
  const world = await planWorld(migration);
  const { id, properties } = world.issue("train");
  const edited = Object.assign({}, properties["uptake.step"], { duration: "2d" });
  world.jira.edit(id, { summary: "Train everybody", properties: { ...properties, "uptake.step": edited } });
  await world.jira.link("Blocks", world.issue("load").id, id);
  const view = await stepOf(on(world, "train"));
  expect([view.title, view.attributes.timeline]).toEqual(["Train everybody", "6 Mar 2026 to 9 Mar 2026 (2d)"]);
  expect(view.attributes.dependencies).toContain("Load customers");
});

test("a panel costs two reads, however large the plan is", async () => {
  const world = await planWorld(migration);
  world.jira.reads = 0;
  await show(on(world, "export"));
  expect(world.jira.reads).toBe(2);
});

test("a panel never says a word of what Jira hides from the person", async () => {
  const world = await planWorld(migration);
  const view = await stepOf(blindTo(world, ["freeze", "back"], on(world, "export")));
  expect(JSON.stringify(view)).not.toMatch(/freeze|Back to the old system/i);
});

test("M11 a rollback's panel says which it is", async () => {
  const world = await planWorld(migration);
  expect(await show(on(world, "back"))).toEqual({
    kind: "rollback",
    plan: named(world),
    title: "Back to the old system",
    rollback: "back",
  });
});

test("M50 a risk's panel shows its tag, exposure, response and what it threatens", async () => {
  const world = await planWorld(migration);
  expect(await show(on(world, "dup"))).toMatchObject({
    kind: "risk",
    tag: "pre-delivery",
    likelihood: 4,
    impact: 5,
    exposure: 20,
    response: "Clean first",
    threatens: [{ title: "Export customers" }],
  });
});

test("a plan's panel says how far it is and what keeps the second gate locked", async () => {
  const world = await planWorld(migration);
  world.move("freeze", finished);
  expect(await show(on(world, "/plan"))).toEqual({ kind: "plan", plan: named(world), done: 1, total: 4, gate });
});

test.each([
  ["no identity", () => ({})],
  ["an identity of another shape", () => ({ "uptake.item": { plan: "crm", item: 7, kind: "step" } })],
  ["a plan that is not there", () => ({ "uptake.item": { plan: "erp", item: "x", kind: "step", version: 1 } })],
  ["another item's identity", () => ({ "uptake.item": { plan: "crm", item: "export", kind: "step", version: 1 } })],
  ["a kind its type is not", () => ({ "uptake.item": { plan: "crm", item: "new", kind: "risk", version: 1 } })],
])("a work item with %s shows nothing", async (_, properties) => {
  const world = await planWorld(migration);
  const stranger = { ...world.issue("export"), id: "99999", key: "CRM-999", properties: properties() };
  world.jira.items.set("99999", stranger);
  expect(await show({ ...world.outside, issue: { id: "99999", key: "CRM-999" } })).toEqual({ kind: "none" });
});

test("a space that is not set up, and a plan the person may not see, show nothing", async () => {
  const world = await planWorld(migration);
  expect(await show(blindTo(world, ["/plan"], on(world, "export")))).toEqual({ kind: "none" });
  expect(await show({ ...on(world, "export"), space: { id: "20000", key: "ERP" } })).toEqual({ kind: "none" });
  expect(await show(world.outside)).toEqual({ kind: "none" });
});
