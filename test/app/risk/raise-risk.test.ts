import { expect, test } from "vitest";
import { saveRiskViews } from "#app/risk/board-views";
import { criticalRisks } from "#app/risk/critical-risks";
import { decideHere } from "#app/risk/decide-here";
import { livePlan } from "#app/plan/live-plan";
import { panel } from "#app/panel/panel";
import { editRisk } from "#app/risk/edit-risk";
import { raiseRisk } from "#app/risk/raise-risk";
import { riskBoard } from "#app/risk/risk-board";
import { memoryLog } from "../../support/memory-log";
import { workOff } from "../../support/memory-outside";
import { blindTo, migration, on, planWorld } from "../../support/plan-world";

const noGate = () => Promise.reject(new Error("A risk has no gate."));

const draft: Parameters<typeof raiseRisk>[0] = {
  plan: "crm",
  title: "The export misses customers",
  tag: "pre-delivery",
  likelihood: 4,
  impact: 4,
  owner: null,
  response: "Count both sides.",
  threatens: [],
};

test("M50 a risk raised by hand becomes one work item of the plan, and what else is there stays as it was", async () => {
  const world = await planWorld(migration);
  const before = world.jira.items.size;
  await raiseRisk({ ...draft, threatens: ["export"] }, world.outside);
  await workOff(world);
  expect(world.jira.items.size).toBe(before + 1);
  const cards = (await riskBoard({ plan: "crm" }, world.outside)).lanes.flatMap((lane) => lane.cards);
  expect(cards.find(({ title }) => title === draft.title)).toMatchObject({
    exposure: 16,
    threatens: ["Export customers"],
  });
  expect(cards).toHaveLength(3);
});

test("M50 raised from a step it threatens that step, whatever the page says", async () => {
  const world = await planWorld(migration);
  await raiseRisk({ ...draft, plan: null, threatens: ["freeze"] }, on(world, "load"));
  await workOff(world);
  const { lanes } = await riskBoard({ plan: "crm" }, world.outside);
  const card = lanes.flatMap(({ cards }) => cards).find(({ title }) => title === draft.title);
  expect(card?.threatens).toEqual(["Load customers"]);
});

test("R1 a score the plan's scales do not have is refused, with how far they go", async () => {
  const scale = ["no", "maybe", "yes"];
  const bands = [{ name: "any", from: 1, staleAfterDays: 30 }];
  const own = await planWorld({
    ...migration,
    riskScheme: { matrix: { likelihoods: scale, impacts: scale, bands }, ladders: null },
    risks: [],
  });
  const refused = raiseRisk({ ...draft, likelihood: 5, impact: 3 }, own.outside);
  await expect(refused).rejects.toMatchObject({ code: "bad_request", mend: "Likelihood goes to 3, impact to 3." });
});

test("M50 raised from what is no step it is refused, and nothing is made", async () => {
  const world = await planWorld(migration);
  const before = world.jira.items.size;
  await expect(raiseRisk({ ...draft, plan: null }, on(world, "dup"))).rejects.toThrow("no step of a plan");
  expect(world.jira.items.size).toBe(before);
});

test("M50 whoever may not create work items raises none", async () => {
  const world = await planWorld(migration);
  const jira = { ...world.jira, missingPermissions: async () => ["CREATE_ISSUES"] };
  await expect(raiseRisk(draft, { ...world.outside, jira })).rejects.toThrow("Create work items");
});

test("M50 a decision on the risk's own work item is carried out, logged and said; elsewhere it is refused", async () => {
  const world = await planWorld(migration);
  const log = memoryLog();
  const decision = { kind: "rescore", likelihood: 1, impact: 2 } as const;
  const wanted = { id: "11111111-1111-4111-8111-111111111111", decision, note: "Seen twice.", owner: null, due: null };
  await decideHere(wanted, { ...on(world, "dup"), log });
  expect(world.issue("dup")).toMatchObject({ likelihood: 1, impact: 2, exposure: 2 });
  expect(world.jira.comments.map(({ lines }) => lines)).toEqual([[["Risk scored 1 × 2 = 2."], ["Seen twice."]]]);
  await decideHere({ ...wanted, decision: { kind: "accept" } }, { ...on(world, "dup"), log });
  const kept = await log.read({ space: "10000", plan: "crm" }, ["risk"]);
  expect(kept.map(({ body }) => body)).toEqual([{ risk: "dup", by: "me", decision: "accept" }]);
  await expect(decideHere(wanted, { ...on(world, "load"), log })).rejects.toThrow("no risk of a plan");
});

test("M50 response and the day it may strike are changed on the work item and in the plan, and what answers it is named", async () => {
  const [dup] = migration.risks;
  const world = await planWorld({ ...migration, risks: [{ ...dup!, answeredBy: ["back"], side: "supplier" }] });
  const there = on(world, "dup");
  await editRisk({ response: "Two people count.", proximity: "2026-03-06" }, there);
  const { plan } = await livePlan("crm", world.outside);
  expect(plan.risks[0]).toMatchObject({ response: "Two people count.", proximity: "2026-03-06", side: "supplier" });
  expect(await panel({}, there, noGate)).toMatchObject({
    response: "Two people count.",
    proximity: "2026-03-06",
    answeredBy: [{ title: "Back to the old system" }],
  });
  const blind = { ...blindTo(world, ["back"]), issue: there.issue };
  expect(await panel({}, blind, noGate)).toMatchObject({ answeredBy: [] });
  await expect(editRisk({ response: "", proximity: null }, on(world, "export"))).rejects.toThrow("no risk of a plan");
});

test("R4 the risks on the critical path are named with the steps they threaten", async () => {
  const world = await planWorld(migration);
  const found = await criticalRisks({ plan: "crm" }, world.outside);
  expect(found).toEqual({
    open: 1,
    exposure: 20,
    risks: [{ key: world.issue("dup").key, title: "Duplicates", exposure: 20, steps: ["Export customers"] }],
  });
});

test("M50 a view of the board is saved for the team, and only by whoever may edit", async () => {
  const world = await planWorld(migration);
  const filter = { words: "dup", band: "extreme", side: "", staleOnly: false, openOnly: true };
  await saveRiskViews({ plan: "crm", views: [{ name: "Monday", filter }] }, world.outside);
  expect((await riskBoard({ plan: "crm" }, world.outside)).views).toEqual([{ name: "Monday", filter }]);
  const jira = { ...world.jira, missingPermissions: async () => ["EDIT_ISSUES"] };
  await expect(saveRiskViews({ plan: "crm", views: [] }, { ...world.outside, jira })).rejects.toThrow("permission");
});
