import { expect, test } from "vitest";
import { proposeSync } from "#app/sync/propose";
import { blankPlan, blankStep } from "#domain/plan/blank";
import type { Dependency, Plan } from "#domain/plan/plan";
import { reconcile } from "#domain/sync/reconcile";
import { flatMapping } from "../../support/memory-jira";
import { memoryWorld } from "../../support/memory-outside";
import { fileOf, issueOf, sync, syncedWorld } from "../../support/sync-world";

function planOf(after: readonly Dependency[]): Plan {
  return { ...blankPlan("crm", "CRM"), steps: [blankStep("a", "Freeze"), { ...blankStep("b", "Export"), after }] };
}

const plain: Dependency = { step: "a", type: "FS", lag: "0" };

test("S5 a work item named by its key is taken on as it is, keeps its number, and gets the plan's words", async () => {
  const world = await syncedWorld(planOf([]));
  const draft = { item: "0", typeId: "102", parent: null, values: { summary: "Draw the map" }, properties: {} };
  await world.jira.createItems([draft], flatMapping);
  const theirs = [...world.jira.items.values()].at(-1);
  if (theirs?.summary !== "Draw the map") throw new Error("nothing made");
  const plan = planOf([]);
  const named = { ...plan, steps: [...plan.steps, { ...blankStep("c", "Draw the process map"), key: theirs.key }] };
  const size = world.jira.items.size;
  await sync(world, named, { "c/summary": "file" });
  expect(world.jira.items.size).toBe(size);
  expect(issueOf(world, "c")).toBe(theirs.id);
  expect(world.jira.items.get(theirs.id)?.summary).toBe("Draw the process map");
  expect((await proposeSync(fileOf(named), world.outside)).rows).toEqual([]);
});

test.each([
  [null, null, { kind: "rest" }],
  ["a", "a", { kind: "rest" }],
  ["a", null, { kind: "push", value: "a" }],
  [null, "b", { kind: "pull", value: "b" }],
  ["a", "b", { kind: "conflict", plan: "a", jira: "b" }],
])("S7 of sides that never met, %j in the plan and %j in Jira", (plan, jira, step) => {
  expect(reconcile(null, plan, jira)).toEqual(step);
});

test("S13 the predecessor blocks, and only what a link cannot say stands in the successor's list", async () => {
  const list = async (after: Dependency) => {
    const world = await syncedWorld(planOf([after]));
    const blocks = world.jira.links.filter(({ type }) => type === "Blocks");
    expect(blocks).toMatchObject([{ from: issueOf(world, "a"), to: issueOf(world, "b") }]);
    return JSON.stringify(world.jira.items.get(issueOf(world, "b"))?.properties["uptake.step"] ?? null);
  };
  expect(await list(plain)).not.toContain("FS");
  const said = await list({ step: "a", type: "SS", lag: "-1d" });
  expect(said).toContain("SS");
  expect(said).toContain("-1d");
});

test("S15 links to what is no part of the plan are neither read nor touched", async () => {
  const world = await syncedWorld(planOf([plain]));
  const [any] = [...world.jira.items.values()];
  if (any === undefined) throw new Error("nothing synced");
  world.jira.items.set("9", { ...any, id: "9", key: "CRM-900", properties: {} });
  await world.jira.link("Blocks", "9", issueOf(world, "b"));
  await world.jira.link("Relates", issueOf(world, "a"), issueOf(world, "b"));
  const { proposal } = await sync(world, planOf([]));
  expect(proposal.links).toMatchObject([{ action: "unlink", from: "a", to: "b" }]);
  expect(world.jira.links.map(({ type, from }) => [type, from])).toEqual(
    expect.arrayContaining([
      ["Blocks", "9"],
      ["Relates", issueOf(world, "a")],
    ]),
  );
});

test("S16 up to a hundred steps hang under the plan by links, beyond that by their property alone", async () => {
  const held = async (size: number) => {
    const steps = Array.from({ length: size }, (_, at) => blankStep(`s${at}`, `Step ${at}`));
    const world = await syncedWorld({ ...blankPlan("crm", "CRM"), steps });
    return world.jira.links.filter(({ type }) => type === "Plan").length;
  };
  expect([await held(100), await held(101)]).toEqual([100, 0]);
});

test("S21 an owner nobody answers to is reported, the assignee stays, and the rest is written", async () => {
  const world = memoryWorld();
  const plan = planOf([]);
  const owned = { ...plan, steps: plan.steps.map((step) => ({ ...step, owner: "Nobody At All" })) };
  const { proposal } = await sync(world, owned);
  const refused = proposal.rows.filter(({ refusal }) => refusal?.message.includes("Nobody At All"));
  expect(refused.map(({ item }) => item)).toEqual(["a", "b"]);
  expect(world.jira.items.get(issueOf(world, "a"))).toMatchObject({ summary: "Freeze", assignee: null });
});
