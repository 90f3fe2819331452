import * as fc from "fast-check";
import { expect, test } from "vitest";
import { proposeSync } from "#app/sync/propose";
import { planText } from "#app/plan/plan-text";
import { snapshotOf } from "#app/sync/held";
import { applySync } from "#app/sync/apply";
import { blankPlan, blankRisk, blankStep } from "#domain/plan/blank";
import type { Plan, Step } from "#domain/plan/plan";
import { flatMapping } from "../../support/memory-jira";
import { smallPlan } from "../../support/small-plan";
import { fileOf, issueOf, sync, syncedWorld } from "../../support/sync-world";

const twoSteps: Plan = {
  ...blankPlan("crm", "CRM"),
  steps: [blankStep("a", "Freeze"), { ...blankStep("b", "Export"), after: [{ step: "a", type: "FS", lag: "0" }] }],
  risks: [{ ...blankRisk("r", "Slot lost"), threatens: ["b"] }],
};

function withTitle(plan: Plan, id: string, title: string): Plan {
  return { ...plan, steps: plan.steps.map((step): Step => (step.id === id ? { ...step, title } : step)) };
}

test("S6 S9 whatever both sides do to titles, no edit is lost and the next proposal writes nothing", async () => {
  const edit = fc.constantFrom("keep", "plan", "jira", "both", "same");
  await fc.assert(
    fc.asyncProperty(smallPlan, fc.array(edit, { minLength: 8, maxLength: 8 }), async (plan, edits) => {
      const world = await syncedWorld(plan);
      const planSide = (at: number) => ["plan", "both", "same"].includes(edits[at] ?? "");
      const steps = plan.steps.map((step, at) => (planSide(at) ? { ...step, title: `New ${at}` } : step));
      const changed = { ...plan, steps };
      plan.steps.forEach(({ id }, at) => {
        if (edits[at] === "jira" || edits[at] === "both")
          world.jira.edit(issueOf(world, id), { summary: `Theirs ${at}` });
        if (edits[at] === "same") world.jira.edit(issueOf(world, id), { summary: `New ${at}` });
      });
      await sync(world, changed);
      plan.steps.forEach(({ id, title }, at) => {
        const expected = {
          keep: title.trim(),
          plan: `New ${at}`,
          jira: `Theirs ${at}`,
          both: `Theirs ${at}`,
          same: `New ${at}`,
        };
        expect(world.jira.items.get(issueOf(world, id))?.summary).toBe(expected[edits[at] ?? "keep"]);
      });
      const again = await proposeSync(fileOf(changed), world.outside);
      expect(again.counts).toMatchObject({ create: 0, update: 0, pull: 0, link: 0, unlink: 0 });
      expect(again.counts.conflict).toBe(plan.steps.filter((_, at) => edits[at] === "both").length);
    }),
    { numRuns: 60 },
  );
});

test("S8 an old file never takes back what was pulled", async () => {
  const world = await syncedWorld(twoSteps);
  world.jira.edit(issueOf(world, "a"), { summary: "Freeze all" });
  const { proposal } = await sync(world, twoSteps);
  expect(proposal.counts.pull).toBe(1);
  await sync(world, twoSteps);
  expect(world.jira.items.get(issueOf(world, "a"))?.summary).toBe("Freeze all");
  expect((await proposeSync(fileOf(twoSteps), world.outside)).rows).toEqual([]);
});

test("S9 a conflict settled for the file is written, one settled for Jira is not asked again", async () => {
  for (const [keep, title] of [
    ["file", "Mine"],
    ["jira", "Theirs"],
  ] as const) {
    const world = await syncedWorld(twoSteps);
    world.jira.edit(issueOf(world, "a"), { summary: "Theirs" });
    const mine = withTitle(twoSteps, "a", "Mine");
    await sync(world, mine, { "a/summary": keep });
    expect(world.jira.items.get(issueOf(world, "a"))?.summary).toBe(title);
    expect((await proposeSync(fileOf(mine), world.outside)).rows).toEqual([]);
  }
});

test("S10 a description with a table is not overwritten unasked", async () => {
  const world = await syncedWorld(twoSteps);
  const table = { type: "doc", version: 1, content: [{ type: "table", content: [] }] };
  world.jira.edit(issueOf(world, "a"), { description: table });
  await sync(world, twoSteps);
  const described = { ...twoSteps, steps: twoSteps.steps.map((step) => ({ ...step, description: "Do it." })) };
  const { proposal } = await sync(world, described);
  expect(proposal.counts).toMatchObject({ conflict: 1, update: 1 });
  expect(world.jira.items.get(issueOf(world, "a"))?.description).toEqual(table);
});

test("S11 a score no plan can hold is a conflict, not a pull", async () => {
  const world = await syncedWorld(twoSteps);
  world.jira.edit(issueOf(world, "r"), { likelihood: 9 });
  const { proposal } = await sync(world, twoSteps);
  expect(proposal.rows).toMatchObject([{ item: "r", action: "conflict" }]);
});

test("S12 exposure follows a likelihood changed in Jira", async () => {
  const world = await syncedWorld(twoSteps);
  world.jira.edit(issueOf(world, "r"), { likelihood: 5 });
  await sync(world, twoSteps);
  expect(world.jira.items.get(issueOf(world, "r"))).toMatchObject({ likelihood: 5, exposure: 15 });
  expect((await proposeSync(fileOf(twoSteps), world.outside)).rows).toEqual([]);
});

test("S25 a pinned step shows its days in Jira; a start moved there is pulled, an unpinned one shows none", async () => {
  const pinned = { ...blankStep("a", "Freeze"), start: "2026-03-05T13:00", duration: "2d" };
  const plan = { ...twoSteps, steps: [pinned, { ...blankStep("b", "Export"), duration: "1d" }] };
  const world = await syncedWorld(plan);
  const item = () => world.jira.items.get(issueOf(world, "a"));
  expect(item()).toMatchObject({ start: "2026-03-05", due: "2026-03-09" });
  expect(world.jira.items.get(issueOf(world, "b"))).toMatchObject({ start: null, due: null });
  world.jira.edit(issueOf(world, "a"), { start: "2026-03-06" });
  const { proposal } = await sync(world, plan);
  expect(proposal.rows).toMatchObject([
    {
      item: "a",
      action: "update",
      fields: [
        { field: "day", step: "pull" },
        { field: "start", step: "push" },
      ],
    },
  ]);
  expect(item()?.start).toBe("2026-03-06");
  expect((await planText({ plan: "crm" }, world.outside)).text).toContain("start: 2026-03-06");
  expect((await proposeSync(fileOf(plan), world.outside)).rows).toEqual([]);
});

test("S14 a link removed in Jira is let go, one added is taken over, and neither comes back", async () => {
  const world = await syncedWorld(twoSteps);
  world.jira.links.splice(0, world.jira.links.length, ...world.jira.links.filter(({ type }) => type !== "Blocks"));
  await world.jira.link("Blocks", issueOf(world, "b"), issueOf(world, "a"));
  const { proposal } = await sync(world, twoSteps);
  expect(proposal.links).toEqual([]);
  await sync(world, twoSteps);
  const blocks = world.jira.links.filter(({ type }) => type === "Blocks");
  expect(blocks).toMatchObject([{ from: issueOf(world, "b"), to: issueOf(world, "a") }]);
  expect((await proposeSync(fileOf(twoSteps), world.outside)).counts).toMatchObject({ update: 0, pull: 0, link: 0 });
});

test("S17 an item the file no longer names is kept and reported", async () => {
  const world = await syncedWorld(twoSteps);
  const size = world.jira.items.size;
  const { proposal } = await sync(world, { ...twoSteps, risks: [] });
  expect(proposal.rows.filter(({ action }) => action === "orphan").map(({ item }) => item)).toEqual(["r"]);
  expect(world.jira.items.size).toBe(size);
});

test("S18 an item deleted in Jira is made again only when a person says so, with its links", async () => {
  const world = await syncedWorld(twoSteps);
  await world.jira.deleteItem(issueOf(world, "b"));
  expect((await sync(world, twoSteps)).proposal.counts).toMatchObject({ create: 0, conflict: 1 });
  await sync(world, twoSteps, { "b/item": "file" });
  expect(issueOf(world, "b")).not.toBe("");
  expect(world.jira.links.filter(({ type }) => type === "Blocks")).toHaveLength(1);
});

test("S19 steps that wait for each other are refused with the circle in order", async () => {
  const round: Plan = {
    ...twoSteps,
    steps: twoSteps.steps.map((step) => ({
      ...step,
      after: [{ step: step.id === "a" ? "b" : "a", type: "FS", lag: "0" }],
    })),
  };
  await expect(syncedWorld(round)).rejects.toMatchObject({ code: "plan_unsound" });
});

test("S20 touching more than 30 % of ten or more items needs the exact number", async () => {
  const steps = Array.from({ length: 12 }, (_, at) => blankStep(`s${at}`, `Step ${at}`));
  const world = await syncedWorld({ ...blankPlan("crm", "CRM"), steps });
  const renamed = { ...blankPlan("crm", "CRM"), steps: steps.map((step) => ({ ...step, title: `${step.title}!` })) };
  const proposal = await proposeSync(fileOf(renamed), world.outside);
  expect(proposal.limit).toEqual({ touched: 12, existing: 13 });
  const apply = (confirmed: number | null) =>
    applySync({ ...fileOf(renamed), hash: proposal.hash, confirmed }, world.outside);
  await expect(apply(null)).rejects.toMatchObject({ code: "limit_exceeded" });
  await expect(apply(11)).rejects.toMatchObject({ code: "limit_exceeded" });
  expect((await apply(12)).total).toBe(12);
});

test("S23 an apply of a proposal that has changed since is refused as stale", async () => {
  const world = await syncedWorld(twoSteps);
  const mine = withTitle(twoSteps, "a", "Mine");
  const { hash } = await proposeSync(fileOf(mine), world.outside);
  world.jira.edit(issueOf(world, "a"), { summary: "Theirs" });
  await expect(applySync({ ...fileOf(mine), hash, confirmed: null }, world.outside)).rejects.toMatchObject({
    code: "stale",
  });
});

test("S3 an identity written by hand on another work type is ignored", async () => {
  const world = await syncedWorld(twoSteps);
  const identity = { plan: "crm", item: "a", kind: "step", version: 1 };
  const [any] = [...world.jira.items.values()];
  if (any === undefined) throw new Error("nothing synced");
  world.jira.items.set("1", {
    ...any,
    id: "1",
    key: "CRM-900",
    typeId: "999",
    properties: { "uptake.item": identity },
  });
  await sync(world, withTitle(twoSteps, "a", "Renamed"));
  expect(world.jira.items.get("1")?.summary).toBe(any.summary);
});

test("S4 of two work items with one identity the older counts, whichever Jira names first", async () => {
  const world = await syncedWorld(twoSteps);
  const older = world.jira.items.get(issueOf(world, "a"))!;
  const younger = { ...older, id: `${older.id}0`, key: "CRM-900", summary: "A copy" };
  const orders = [
    [older, younger],
    [younger, older],
  ];
  for (const items of orders) {
    expect(snapshotOf(items, "crm", flatMapping).items.map(({ id, issue }) => [id, issue])).toEqual([["a", older.id]]);
  }
});
