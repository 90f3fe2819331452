import { expect, test } from "vitest";
import { applySync } from "#app/sync/apply";
import { proposeSync } from "#app/sync/propose";
import { retryRun } from "#app/sync/retry";
import { showRun, undoRun } from "#app/sync/runs";
import { undoPreview } from "#app/sync/undo-preview";
import { blankPlan, blankRisk, blankStep } from "#domain/plan/blank";
import type { Plan } from "#domain/plan/plan";
import { Refusal } from "#app/refusal";
import { flatMapping } from "../../support/memory-jira";
import { memoryWorld, workOff } from "../../support/memory-outside";
import type { World } from "../../support/memory-outside";
import { fileOf, issueOf, sync, syncedWorld } from "../../support/sync-world";

const plan: Plan = {
  ...blankPlan("crm", "CRM"),
  steps: [blankStep("a", "Freeze"), { ...blankStep("b", "Export"), after: [{ step: "a", type: "FS", lag: "0" }] }],
  risks: [{ ...blankRisk("r", "Slot lost"), threatens: ["b"] }],
};

type Wanted = Partial<Parameters<typeof proposeSync>[0]>;

async function apply(world: World, file: Plan, wanted: Wanted) {
  const request = { ...fileOf(file), ...wanted };
  const proposal = await proposeSync(request, world.outside);
  const run = await applySync(
    { ...request, hash: proposal.hash, confirmed: proposal.limit?.touched ?? null },
    world.outside,
  );
  await workOff(world);
  return { proposal, run: await showRun({ run: run.id }, world.outside) };
}

function nothingToWrite(world: World, file: Plan) {
  return proposeSync(fileOf(file), world.outside).then(({ counts: { create, adopt, update, link, unlink } }) =>
    expect({ create, adopt, update, link, unlink }).toEqual({ create: 0, adopt: 0, update: 0, link: 0, unlink: 0 }),
  );
}

/** Work items that were there before the plan came, of the type that stands for steps. */
async function existing(world: World, ...titles: readonly string[]) {
  const { jira } = world;
  await jira.createItems(
    titles.map((summary, at) => ({
      item: String(at),
      typeId: "102",
      parent: null,
      values: { summary },
      properties: {},
    })),
    flatMapping,
  );
  return [...jira.items.values()].map(({ key }) => key);
}

test("S26 work items of the same title are offered, and none is taken on before a person confirms it", async () => {
  const world = memoryWorld();
  const [first = "", second = ""] = await existing(world, "Export", "Export");
  const offered = await proposeSync(fileOf(plan), world.outside);
  expect(offered.offers).toMatchObject([
    { item: "b", candidates: [{ key: first, because: "title" }, { key: second }] },
  ]);
  expect(offered.counts).toMatchObject({ create: 4, adopt: 0 });
  const { proposal } = await apply(world, plan, { adopt: { b: second } });
  expect(proposal.counts).toMatchObject({ create: 3, adopt: 1 });
  expect(world.jira.items.size).toBe(5);
  expect(world.jira.items.get(issueOf(world, "b"))?.key).toBe(second);
  await nothingToWrite(world, plan);
});

test("S27 a key that cannot be taken on refuses its item, with the reason, and makes nothing instead", async () => {
  const world = memoryWorld();
  const [key = ""] = await existing(world, "Anything");
  const named = (one: string): Plan => ({
    ...plan,
    steps: plan.steps.map((step) => ({ ...step, key: step.id === "a" ? one : null })),
  });
  const reasonFor = async (file: Plan) =>
    (await proposeSync(fileOf(file), world.outside)).rows.find(({ action }) => action === "refusal")?.refusal?.message;
  expect(await reasonFor(named("CRM-900"))).toContain("no such work item");
  world.jira.edit("20001", { typeId: "103" });
  expect(await reasonFor(named(key))).toContain("work type");
  world.jira.edit("20001", {
    typeId: "102",
    properties: { "uptake.item": { plan: "other", item: "x", kind: "step", version: 1 } },
  });
  expect(await reasonFor(named(key))).toContain("another plan");
  expect((await proposeSync(fileOf(named("HR-7")), world.outside)).counts).toMatchObject({ create: 4, refusal: 0 });
});

test("S28 a rule settles every conflict; newest goes by the history of the field", async () => {
  for (const [rule, editedAt, kept] of [
    ["file", null, "Mine"],
    ["jira", null, "Theirs"],
    ["newest", 500, "Theirs"],
    ["newest", 2_000, "Mine"],
  ] as const) {
    const world = await syncedWorld(plan);
    const issue = issueOf(world, "a");
    world.jira.edit(issue, { summary: "Theirs" });
    world.jira.history.push({
      id: "1/0",
      issue,
      at: 1_000,
      by: "ana",
      byApp: false,
      field: "summary",
      from: { value: null, text: "Freeze" },
      to: { value: null, text: "Theirs" },
    });
    const mine = { ...plan, steps: plan.steps.map((step) => (step.id === "a" ? { ...step, title: "Mine" } : step)) };
    await apply(world, mine, { rule, editedAt });
    expect(world.jira.items.get(issue)?.summary).toBe(kept);
    await nothingToWrite(world, mine);
  }
});

test("S28 newest asks where it cannot be told, and no rule overwrites what only Jira can hold", async () => {
  const world = await syncedWorld(plan);
  const table = { type: "doc", version: 1, content: [{ type: "table", content: [] }] };
  world.jira.edit(issueOf(world, "a"), { summary: "Theirs", description: table });
  const mine = {
    ...plan,
    steps: plan.steps.map((step) => (step.id === "a" ? { ...step, title: "Mine", description: "Do it." } : step)),
  };
  const conflicts = async (wanted: Wanted) =>
    (await proposeSync({ ...fileOf(mine), ...wanted }, world.outside)).rows
      .flatMap(({ fields }) => fields)
      .filter(({ step }) => step === "conflict")
      .map(({ field }) => field);
  expect(await conflicts({ rule: "newest", editedAt: 5 })).toContain("summary");
  expect(await conflicts({ rule: "file" })).toEqual(["description"]);
});

test("S29 an orphan leaves the plan when a person says so, with the plan's links, and can be taken back", async () => {
  for (const choice of ["unlink", "close"] as const) {
    const world = await syncedWorld(plan);
    const issue = issueOf(world, "r");
    const shorter = { ...plan, risks: [] };
    const { proposal, run } = await apply(world, shorter, { orphans: { r: choice } });
    expect(proposal.orphans).toEqual([
      { item: "r", kind: "risk", key: expect.any(String), title: "Slot lost", links: 1, choice },
    ]);
    expect(world.jira.items.get(issue)?.properties).not.toHaveProperty(["uptake.item"]);
    expect(world.jira.items.get(issue)?.status.category).toBe(choice === "close" ? "done" : "new");
    expect(world.jira.links.filter(({ type }) => type === "Threat")).toEqual([]);
    expect((await proposeSync(fileOf(shorter), world.outside)).rows).toEqual([]);
    await undoRun({ run: run.id }, world.outside);
    await workOff(world);
    expect(world.jira.items.get(issue)?.status.category).toBe("new");
    expect(world.jira.links.filter(({ type }) => type === "Threat")).toHaveLength(1);
    expect((await proposeSync(fileOf(plan), world.outside)).rows).toEqual([]);
  }
});

test("S30 an item that becomes something else keeps its work item and changes its type, and back", async () => {
  const world = await syncedWorld(plan);
  const issue = issueOf(world, "b");
  const turned: Plan = { ...plan, steps: [blankStep("a", "Freeze")], risks: [{ ...blankRisk("b", "Export") }] };
  const { run } = await apply(world, turned, {});
  expect(world.jira.items.get(issue)).toMatchObject({ typeId: "103", properties: { "uptake.item": { kind: "risk" } } });
  await nothingToWrite(world, turned);
  await undoRun({ run: run.id }, world.outside);
  await workOff(world);
  expect(world.jira.items.get(issue)).toMatchObject({ typeId: "102", properties: { "uptake.item": { kind: "step" } } });
});

test("S18 work items somebody gave a foreign type are not made twice: brought back, they keep number and links", async () => {
  const world = await syncedWorld(plan);
  const [a, b] = [issueOf(world, "a"), issueOf(world, "b")];
  const links = world.jira.links.length;
  for (const issue of [a, b]) world.jira.edit(issue, { typeId: "999" });
  const seen = await proposeSync(fileOf(plan), world.outside);
  expect(seen.counts).toMatchObject({ create: 0, conflict: 2, pull: 0, link: 0, unlink: 0 });
  const { run, proposal } = await apply(world, plan, { rule: "file" });
  expect(proposal.counts).toMatchObject({ create: 0, update: 2, link: 0, unlink: 0 });
  expect([a, b].map((issue) => world.jira.items.get(issue)?.typeId)).toEqual(["102", "102"]);
  expect([issueOf(world, "a"), world.jira.links.length]).toEqual([a, links]);
  await nothingToWrite(world, plan);
  await undoRun({ run: run.id }, world.outside);
  await workOff(world);
  expect([a, b].map((issue) => world.jira.items.get(issue)?.typeId)).toEqual(["999", "999"]);
});

test("S32 a group changed in the file moves the link; one changed in Jira moves the plan's word", async () => {
  const grouped = (parent: string | null): Plan => ({
    ...plan,
    steps: [blankStep("g", "Group"), blankStep("h", "Other"), ...plan.steps.map((step) => ({ ...step, parent }))],
  });
  const world = await syncedWorld(grouped("g"));
  await sync(world, grouped("h"));
  const holders = () => world.jira.links.filter(({ type, to }) => type === "Plan" && to === issueOf(world, "a"));
  expect(holders()).toMatchObject([{ from: issueOf(world, "h") }]);
  await world.jira.unlink(holders()[0]?.id ?? "");
  await sync(world, grouped("h"));
  await nothingToWrite(world, grouped("h"));
  expect(world.jira.items.get(issueOf(world, "a"))?.properties["uptake.step"]).not.toHaveProperty("parent");
});

test("S33 a field the screen insists on refuses the items that leave it empty, before anything is written", async () => {
  const world = memoryWorld();
  world.jira.required = [{ id: "customfield_1", name: "Cost centre" }];
  const proposal = await proposeSync(fileOf(plan), world.outside);
  expect(proposal.counts).toMatchObject({ create: 0, refusal: 4 });
  expect(proposal.rows[0]?.refusal).toMatchObject({
    message: expect.stringContaining("“Cost centre”"),
    mend: expect.stringContaining("optional"),
  });
});

test("S34 an assignee the space gives by itself is no edit: nothing is pulled, now or at any later diff", async () => {
  const world = memoryWorld();
  world.jira.defaultAssignee = "lead";
  await sync(world, plan);
  expect((await proposeSync(fileOf(plan), world.outside)).rows).toEqual([]);
  world.jira.edit(issueOf(world, "a"), { assignee: { accountId: "ana", name: "Ana" } });
  const { proposal } = await sync(world, plan);
  expect(proposal.rows).toMatchObject([
    { item: "a", fields: [{ field: "assignee", step: "pull" }, { field: "owner" }, { field: "ownerIs" }] },
  ]);
  expect((await proposeSync(fileOf(plan), world.outside)).rows).toEqual([]);
});

test("S35 only what failed is tried again, with the links that waited for it", async () => {
  const world = memoryWorld();
  let fails = true;
  const create = world.jira.createItems.bind(world.jira);
  world.jira.createItems = async (drafts, mapping) => {
    const bad = (item: string) => fails && item === "b";
    const made = await create(
      drafts.filter(({ item }) => !bad(item)),
      mapping,
    );
    return [
      ...made,
      ...drafts
        .filter(({ item }) => bad(item))
        .map(({ item }) => ({ kind: "failed" as const, item, message: "no", mend: "yes" })),
    ];
  };
  const { run } = await apply(world, plan, {});
  expect(run).toMatchObject({ state: "done", retryable: 1, failures: [{ item: "b" }] });
  fails = false;
  const again = await retryRun({ run: run.id }, world.outside);
  await workOff(world);
  expect(await showRun({ run: again.id }, world.outside)).toMatchObject({
    state: "done",
    failures: [],
    created: [{ title: "Export" }],
  });
  expect((await proposeSync(fileOf(plan), world.outside)).rows).toEqual([]);
});

test("S36 before an undo it is said what can no longer be taken back", async () => {
  const world = memoryWorld();
  const { run } = await apply(world, plan, {});
  world.jira.edit(issueOf(world, "a"), { summary: "Theirs" });
  expect(await undoPreview({ run: run.id }, world.outside)).toMatchObject({ deletes: 3, kept: [{ item: "a" }] });
});

test("S37 the second person is told who is at work, and how far", async () => {
  const world = memoryWorld();
  const { hash } = await proposeSync(fileOf(plan), world.outside);
  await applySync({ ...fileOf(plan), hash, confirmed: null }, world.outside);
  const second = { ...world.outside, who: { accountId: "second" } };
  const seen = await proposeSync(fileOf(plan), second);
  expect(seen.running).toMatchObject({ by: "me", done: 0 });
  await expect(applySync({ ...fileOf(plan), hash: seen.hash, confirmed: null }, second)).rejects.toThrow(
    "me is syncing this plan",
  );
});

test("S38 who may not write is told before pressing the button, and nothing is written", async () => {
  const world = memoryWorld();
  world.jira.missingPermissions = async () => ["EDIT_ISSUES"];
  const seen = await proposeSync(fileOf(plan), world.outside);
  expect(seen.blocked).toMatchObject([{ message: expect.stringContaining("“Edit work items”") }]);
  await expect(applySync({ ...fileOf(plan), hash: seen.hash, confirmed: null }, world.outside)).rejects.toBeInstanceOf(
    Refusal,
  );
  expect(world.jira.writes).toEqual([]);
});
