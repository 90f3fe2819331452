import * as fc from "fast-check";
import { expect, test } from "vitest";
import { deliveryEvidence } from "#app/plan/delivery-evidence";
import { listPlans } from "#app/plan/list-plans";
import { loadPlan, loadPlanAs, loadPlanHead } from "#app/plan/load-plan";
import { overview } from "#app/plan/overview";
import type { OverviewParts } from "#app/plan/overview";
import { planTable } from "#app/plan/plan-table";
import { planText } from "#app/plan/plan-text";
import { nextReviewOf } from "#app/risk/next-review";
import { blankPlan, blankStep } from "#domain/plan/blank";
import { writeYaml } from "#formats/yaml";
import { memoryLog } from "../../support/memory-log";
import { blindTo, doing, finished, migration, planWorld, toDo } from "../../support/plan-world";
import { smallPlan } from "../../support/small-plan";

const asked = { plan: "crm" };
const red = async () => ({
  verdict: { colour: "RED", reason: "no-evidence" } as const,
  lines: [],
  symptoms: [],
  outcomes: [],
});
const parts: OverviewParts = { implemented: red, nextReview: async () => ({ day: "2026-03-09", overdueDays: 0 }) };

test("M1 a synced plan reads back from Jira as the plan it was", async () => {
  await fc.assert(
    fc.asyncProperty(smallPlan, async (plan) => {
      const world = await planWorld({ ...plan, owner: "ana@example.com" });
      const { plan: read } = await loadPlan("crm", world.outside);
      expect(read.steps.map(({ id }) => id)).toEqual(plan.steps.map(({ id }) => id));
      expect(edges(read)).toEqual(edges(plan));
      expect(read.risks.map(({ id, likelihood }) => [id, likelihood])).toEqual(
        plan.risks.map(({ id, likelihood }) => [id, likelihood]),
      );
    }),
    { numRuns: 30 },
  );
});

function edges({ steps }: { readonly steps: typeof migration.steps }) {
  return steps.map(({ after }) => after.map(({ step, type, lag }) => `${step} ${type} ${lag}`).toSorted());
}

test("M6 the table holds the dates that follow from the dependencies, with slack in working days", async () => {
  const world = await planWorld(migration);
  world.move("freeze", finished);
  const { rows, cycle } = await planTable(asked, world.outside);
  expect(cycle).toBeNull();
  expect(
    rows.map(({ item, start, finish, slackDays, critical, done }) => [item, start, finish, slackDays, critical, done]),
  ).toEqual([
    ["freeze", "2026-03-02T08:00:00+00:00", "2026-03-02T17:00:00+00:00", 0, true, true],
    ["export", "2026-03-03T08:00:00+00:00", "2026-03-04T17:00:00+00:00", 0, true, false],
    ["load", "2026-03-05T08:00:00+00:00", "2026-03-05T17:00:00+00:00", 0, true, false],
    ["train", "2026-03-02T08:00:00+00:00", "2026-03-02T12:00:00+00:00", 3.5, false, false],
  ]);
});

test("M6 the table names the days that steps are counted from, and today in the plan's zone", async () => {
  const waves = [{ id: "sales", title: "Sales", golive: "2026-03-09", departments: [] }];
  const world = await planWorld({ ...migration, anchors: { trainingEnd: "2026-03-12", golive: "2026-03-16" }, waves });
  const { anchors, today } = await planTable(asked, world.outside);
  expect(anchors.map(({ name, day }) => `${day} ${name}`)).toEqual([
    "2026-03-09 Go-live Sales",
    "2026-03-12 Training end",
    "2026-03-16 Go-live",
  ]);
  expect(today).toMatch(/^\d{4}-\d{2}-\d{2}$/);
});

test("M6 a link somebody draws on the board moves the dates, without a sync", async () => {
  const world = await planWorld(migration);
  await world.jira.link("Blocks", world.issue("load").id, world.issue("train").id);
  const { rows } = await planTable(asked, world.outside);
  expect(rows.find(({ item }) => item === "train")?.start).toBe("2026-03-06T08:00:00+00:00");
});

test("M6 steps that wait for each other are named, and nothing is dated", async () => {
  const world = await planWorld(migration);
  await world.jira.link("Blocks", world.issue("load").id, world.issue("freeze").id);
  const view = await planTable(asked, world.outside);
  expect(view.cycle?.toSorted()).toEqual(["export", "freeze", "load"]);
  expect(view.rows.every(({ start }) => start === null)).toBe(true);
});

test("the text of a plan is the file that was synced", async () => {
  const world = await planWorld(migration);
  const { text } = await planText(asked, world.outside);
  const keys = /^\s*key: CRM-\d+\n/gm;
  expect(text.replaceAll(keys, "")).toBe(writeYaml(migration));
});

test("whoever sees part of a plan gets that part with its dates, and no word of the rest", async () => {
  const world = await planWorld({
    ...migration,
    steps: migration.steps.map((step) => (step.id === "train" ? { ...step, parent: "load" } : step)),
  });
  const outside = blindTo(world, ["load", "dup"]);
  const { rows } = await planTable(asked, outside);
  expect(rows.map(({ item }) => item)).toEqual(["freeze", "export", "train"]);
  expect(rows.every(({ start }) => start !== null)).toBe(true);
  const { text } = await planText(asked, outside);
  expect(text).not.toMatch(/Load customers|Duplicates/);
});

test("whoever may not see the plan's work item gets the answer for a plan that does not exist", async () => {
  const world = await planWorld(migration);
  const outside = blindTo(world, ["/plan"]);
  const gone = await loadPlan("crm", outside).catch((error: unknown) => error);
  const never = await loadPlan("erp", world.outside).catch((error: unknown) => error);
  expect(gone).toMatchObject({ code: "not_found", message: "Jira shows you no plan “crm”." });
  expect(never).toMatchObject({ code: "not_found", message: "Jira shows you no plan “erp”." });
  expect(await listPlans({}, outside)).toEqual([]);
});

test("plans are listed with their counts, in a space and on a dashboard alike", async () => {
  const world = await planWorld(migration);
  const listed = [
    {
      id: "crm",
      title: "CRM migration",
      key: world.issue("/plan").key,
      zone: "UTC",
      steps: 4,
      risks: 2,
      rollbacks: 1,
      waves: [],
    },
  ];
  expect(await listPlans({}, world.outside)).toEqual(listed);
  expect(await listPlans({}, { ...world.outside, space: null })).toEqual(listed);
});

test("a work item that copies the plan's identity is not listed, and not taken for the plan", async () => {
  const world = await planWorld(migration);
  const plan = world.issue("/plan");
  world.jira.items.set("99999", { ...plan, id: "99999", key: "CRM-999", summary: "Copy" });
  world.jira.items.set("99998", { ...plan, id: "99998", key: "CRM-998", typeId: "102", summary: "Wrong type" });
  expect((await listPlans({}, world.outside)).map(({ key }) => key)).toEqual([plan.key]);
  expect((await loadPlan("crm", world.outside)).key).toBe(plan.key);
  expect((await loadPlanAs(world.jira, "crm", world.outside)).key).toBe(plan.key);
});

test("the app finds a plan without being in its space", async () => {
  const world = await planWorld(migration);
  const loaded = await loadPlanAs(world.jira, "crm", { ...world.outside, jira: blindTo(world, ["/plan"]).jira });
  expect(loaded).toMatchObject({ key: world.issue("/plan").key, spaceId: "10000" });
  expect(loaded.plan.steps).toHaveLength(4);
});

test("the head of a plan costs one read, however many steps it has", async () => {
  const steps = Array.from({ length: 250 }, (_, at) => blankStep(`s${at}`, `Step ${at}`));
  const world = await planWorld({ ...blankPlan("crm", "Large"), anchors: { golive: "2026-03-09" }, steps });
  world.jira.reads = 0;
  const { plan } = await loadPlanHead("crm", world.outside);
  expect([plan.title, plan.anchors, plan.steps]).toEqual(["Large", { golive: "2026-03-09" }, []]);
  expect(world.jira.reads).toBe(1);
});

test("a whole plan costs one read for the plan and one for each hundred items, and no search while nothing is unknown", async () => {
  const steps = Array.from({ length: 250 }, (_, at) => blankStep(`s${at}`, `Step ${at}`));
  const world = await planWorld({ ...blankPlan("crm", "Large"), steps });
  world.jira.reads = 0;
  expect((await planTable(asked, world.outside)).rows).toHaveLength(250);
  expect(world.jira.reads).toBe(4);
});

test("a plan synced from elsewhere is found by its identity alone", async () => {
  const world = await planWorld(migration);
  world.kept.items = {};
  world.kept.edges = {};
  expect((await planTable(asked, world.outside)).rows.map(({ item }) => item)).toEqual([
    "freeze",
    "export",
    "load",
    "train",
  ]);
});

test("M51 the first gate counts steps up to delivery, and names pre-delivery risks that are still open", async () => {
  const world = await planWorld(migration);
  world.move("freeze", finished);
  const loaded = await loadPlanHead("crm", world.outside);
  expect(await deliveryEvidence(loaded, world.outside)).toEqual({
    done: 1,
    total: 3,
    untriaged: [world.issue("dup").key],
    needsRollback: true,
    rollbacks: 0,
    owner: "ana@example.com",
    checklist: [],
  });
  world.move("export", finished);
  world.move("train", finished);
  world.move("dup", finished);
  expect(await deliveryEvidence(loaded, world.outside)).toMatchObject({ done: 3, total: 3, untriaged: [] });
});

test("M51 what a person may not see never makes the first gate look met to them", async () => {
  const world = await planWorld(migration);
  for (const item of ["freeze", "train"]) world.move(item, finished);
  const outside = blindTo(world, ["export", "dup"]);
  const { done, total, untriaged } = await deliveryEvidence(await loadPlanHead("crm", outside), outside);
  expect(done).toBeLessThan(total);
  expect(untriaged).toEqual(["dup"]);
});

test("M52 the overview asks for the weekly review once it is overdue, and not where no risk is open", async () => {
  const world = await planWorld(migration);
  const outside = { ...world.outside, log: memoryLog() };
  const [dup, drift] = [world.issue("dup").id, world.issue("drift").id];
  for (const risk of [dup, drift]) world.jira.edit(risk, { createdAt: outside.clock.now() - 10 * 86_400_000 });
  const nextReview: OverviewParts["nextReview"] = (register) => nextReviewOf(register, outside);
  const texts = async () =>
    (await overview(asked, world.outside, { ...parts, nextReview })).next.map(({ text }) => text);
  expect((await texts())[0]).toBe("Hold the weekly risk review: 3 days overdue");
  for (const risk of [dup, drift]) world.jira.edit(risk, { status: finished });
  expect((await texts()).join()).not.toContain("review");
});

test("the overview sets delivery beside implementation and says what to do next, the person's own steps first", async () => {
  const world = await planWorld(migration);
  world.move("freeze", finished);
  world.jira.edit(world.issue("train").id, { assignee: { accountId: "me", name: "Me" } });
  const view = await overview(asked, world.outside, parts);
  expect(view.delivered).toEqual({
    done: 1,
    total: 4,
    sentence: "1 of 3 due by delivery are done.",
    baseline: "no baseline yet",
    verdict: { colour: "RED", reason: "threshold" },
  });
  const texts = view.next.map(({ text }) => text);
  expect(texts).toContain("Retag or close 1 pre-delivery risk");
  expect(texts.slice(-2)).toEqual(["May start: Train the team", "May start: Export customers"]);
  expect(view.milestones).toEqual([
    { name: "Delivery", day: "2026-03-04" },
    { name: "Go-live, hyper-care begins", day: "2026-03-09" },
    { name: "Point of no return: Back to the old system", day: "2026-03-09T05:30:00+00:00" },
  ]);
  expect(view.today).toBe("2026-03-02");
});

test("M20 a plan is delivered when all that is due by delivery is done, whatever comes after; a plan without work is not", async () => {
  const world = await planWorld(migration);
  for (const { id } of migration.steps) world.move(id, finished);
  expect((await overview(asked, world.outside, parts)).delivered.verdict.colour).toBe("GREEN");
  world.move("load", toDo);
  expect((await overview(asked, world.outside, parts)).delivered.verdict.colour).toBe("GREEN");
  world.move("freeze", toDo);
  expect((await overview(asked, world.outside, parts)).delivered.verdict.colour).toBe("RED");
  const empty = await planWorld(blankPlan("crm", "Nothing yet"));
  expect((await overview(asked, empty.outside, parts)).delivered.verdict).toEqual({
    colour: "RED",
    reason: "no-evidence",
  });
});

test("M6 a step that may start together with another waits only until that one has begun", async () => {
  const world = await planWorld(migration);
  const ready = async () => (await overview(asked, world.outside, parts)).next.map(({ text }) => text);
  expect(await ready()).not.toContain("May start: Train the team");
  world.move("freeze", doing);
  expect(await ready()).toContain("May start: Train the team");
});

test("M94 a space that is not set up says so before any plan is begun in it", async () => {
  const world = await planWorld(migration);
  await world.outside.settings.remove(`mapping:${world.outside.space?.id ?? ""}`);
  await expect(listPlans({}, world.outside)).rejects.toMatchObject({ code: "setup_missing" });
});
