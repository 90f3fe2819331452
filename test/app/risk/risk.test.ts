import { expect, test } from "vitest";
import { moveRisk } from "#app/risk/move-risk";
import { retagRisk } from "#app/risk/retag-risk";
import { riskBoard } from "#app/risk/risk-board";
import { proposeSync } from "#app/sync/propose";
import { writeYaml } from "#formats/yaml";
import { flatMapping } from "../../support/memory-jira";
import { blindTo, doing, migration, planWorld, toDo } from "../../support/plan-world";

const asked = { plan: "crm" };

test("M50 the board holds every risk of the plan in its lane, the heaviest first, with its age", async () => {
  const world = await planWorld(migration);
  const day = 86_400_000;
  world.jira.edit(world.issue("dup").id, { updatedAt: world.outside.clock.now() - 9.5 * day });
  world.jira.edit(world.issue("drift").id, { updatedAt: world.outside.clock.now() + day });
  const board = await riskBoard(asked, world.outside);
  expect(board).toMatchObject({
    plan: { id: "crm", title: "CRM migration" },
    statuses: [toDo],
    jql: 'uptakePlan = "crm" AND uptakeKind = "risk" ORDER BY key',
    canEdit: true,
  });
  expect(board.lanes).toEqual([
    {
      tag: "pre-delivery",
      cards: [
        {
          key: world.issue("dup").key,
          title: "Duplicates",
          status: "To Do",
          likelihood: 4,
          impact: 5,
          exposure: 20,
          inherent: null,
          band: "extreme",
          weight: 3,
          owner: null,
          side: "buyer",
          staleDays: 9,
          isStale: true,
          threatens: ["Export customers"],
        },
      ],
    },
    { tag: "post-delivery", cards: [expect.objectContaining({ title: "Old habits", owner: "nobody", staleDays: 0 })] },
  ]);
});

test("M50 the heat map holds every open risk in its cell, by its key, and leaves out what is done", async () => {
  const world = await planWorld(migration);
  const cells = async () => (await riskBoard(asked, world.outside)).heat.rows.flat();
  const filled = async () => (await cells()).filter(({ keys }) => keys.length > 0);
  expect(await cells()).toHaveLength(25);
  const [dup, drift] = [world.issue("dup").key, world.issue("drift").key];
  expect(await filled()).toEqual([
    { likelihood: 4, impact: 5, exposure: 20, band: "extreme", weight: 3, keys: [dup] },
    { likelihood: 2, impact: 2, exposure: 4, band: "low", weight: 0, keys: [drift] },
  ]);
  world.move("dup", { id: "3", name: "Done", category: "done" });
  expect((await filled()).map(({ keys }) => keys)).toEqual([[drift]]);
  const { lanes } = await riskBoard(asked, world.outside);
  expect(lanes[0]?.cards[0]).toMatchObject({ status: "Done", isStale: false });
});

test("M50 the board costs one read for the plan and one for a hundred risks", async () => {
  const world = await planWorld(migration);
  world.jira.reads = 0;
  await riskBoard(asked, world.outside);
  expect(world.jira.reads).toBe(2);
});

test("M50 a risk nobody shows the person is not on their board, and neither is a copy", async () => {
  const world = await planWorld(migration);
  world.jira.items.set("99999", { ...world.issue("drift"), id: "99999", key: "CRM-999" });
  const { lanes } = await riskBoard(asked, blindTo(world, ["dup"]));
  expect(lanes.map(({ cards }) => cards.map(({ title }) => title))).toEqual([[], ["Old habits"]]);
});

test("whoever may not edit work items is told so, and the app never edits", async () => {
  const world = await planWorld(migration);
  const jira = { ...world.jira, missingPermissions: async () => ["EDIT_ISSUES"] };
  expect((await riskBoard(asked, { ...world.outside, jira })).canEdit).toBe(false);
  expect((await riskBoard(asked, { ...world.outside, who: { accountId: "" } })).canEdit).toBe(false);
});

const file = { text: writeYaml(migration), fileName: "plan.yaml", choices: {} };

test.each([
  ["its own field", flatMapping],
  ["the work item's property", { ...flatMapping, fields: { ...flatMapping.fields, phase: null } }],
])(
  "M51 retagging writes %s and takes the risk to the other lane; the next sync brings it into the plan",
  async (_, mapping) => {
    const world = await planWorld(migration, mapping);
    await retagRisk({ key: world.issue("dup").key, tag: "post-delivery" }, world.outside);
    const { lanes } = await riskBoard(asked, world.outside);
    expect(lanes[1]?.cards.map(({ title }) => title)).toEqual(["Duplicates", "Old habits"]);
    const property = world.issue("dup").properties["uptake.risk"];
    expect(property).toMatchObject({ response: "Clean first", side: "buyer" });
    const { rows } = await proposeSync(file, world.outside);
    expect(rows.find(({ item }) => item === "dup")?.fields.find(({ field }) => field === "tag")?.jira).toBe(
      "post-delivery",
    );
  },
);

test("M50 a risk moves along the workflow, as the person, and stays when it is there already", async () => {
  const world = await planWorld(migration);
  const moves: string[] = [];
  const jira = {
    ...world.jira,
    statuses: async () => [toDo, doing],
    moveTo: async (issue: string, status: string) => {
      moves.push(`${issue} ${status}`);
      return status === doing.id ? ("moved" as const) : ("no-transition" as const);
    },
  };
  const { id, key } = world.issue("dup");
  const outside = { ...world.outside, jira };
  await moveRisk({ key, status: "To Do" }, outside);
  expect(moves).toEqual([]);
  await moveRisk({ key, status: "In Progress" }, outside);
  expect(moves).toEqual([`${id} 2`]);
  world.move("dup", doing);
  await expect(moveRisk({ key, status: "1" }, outside)).rejects.toMatchObject({ code: "jira_refused" });
  await expect(moveRisk({ key, status: "Nowhere" }, outside)).rejects.toMatchObject({ code: "jira_refused" });
});

test("only risks of a plan can be moved or retagged here, and a hidden one answers as one that is not there", async () => {
  const world = await planWorld(migration);
  const gone = { code: "not_found" };
  const { key } = world.issue("dup");
  const step = world.issue("export").key;
  await expect(retagRisk({ key: step, tag: "post-delivery" }, world.outside)).rejects.toMatchObject(gone);
  await expect(moveRisk({ key: "CRM-4711", status: "1" }, world.outside)).rejects.toMatchObject(gone);
  await expect(retagRisk({ key, tag: "post-delivery" }, blindTo(world, ["dup"]))).rejects.toMatchObject(gone);
  expect(world.jira.writes.filter((what) => what.startsWith("update"))).toEqual([]);
});
