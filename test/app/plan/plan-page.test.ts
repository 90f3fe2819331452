import { expect, test } from "vitest";
import { setBaseline, undoBaseline } from "#app/plan/baseline";
import { moveStep } from "#app/plan/move-step";
import { planPage } from "#app/plan/plan-page";
import { saveEdits } from "#app/plan/step-edits";
import { blindTo, migration, planWorld } from "../../support/plan-world";

const asked = { plan: "crm" };
const edit = { step: "load", field: "duration", value: "3d", was: "1d" } as const;

test("M6 the page gets the plan as Jira holds it, with what Jira alone knows of each step", async () => {
  const world = await planWorld(migration);
  const view = await planPage(asked, world.outside);
  expect(view.plan.steps.map(({ id }) => id)).toEqual(["freeze", "export", "load", "train"]);
  expect(view.steps.find(({ step }) => step === "load")).toEqual({
    step: "load",
    key: world.issue("load").key,
    status: world.issue("load").status,
    assignee: null,
    began: null,
    ended: null,
  });
  expect(view.editing).toEqual({ kind: "allowed" });
});

test("changes wait for the person who made them, and for nobody else", async () => {
  const { outside } = await planWorld(migration);
  await saveEdits({ ...asked, edits: [edit] }, outside);
  expect((await planPage(asked, outside)).edits).toEqual([edit]);
  expect((await planPage(asked, { ...outside, who: { accountId: "other" } })).edits).toEqual([]);
  await saveEdits({ ...asked, edits: [] }, outside);
  expect((await planPage(asked, outside)).edits).toEqual([]);
});

test("saving a change writes nothing to Jira", async () => {
  const { outside, jira } = await planWorld(migration);
  const before = JSON.stringify([...jira.items]);
  await saveEdits({ ...asked, edits: [edit] }, outside);
  expect(JSON.stringify([...jira.items])).toBe(before);
});

test("who may not write sees the plan and is told what they lack", async () => {
  const { outside, jira } = await planWorld(migration);
  const weak = { ...jira, missingPermissions: async () => ["EDIT_ISSUES"] };
  const view = await planPage(asked, { ...outside, jira: weak });
  expect(view.plan.steps).toHaveLength(4);
  expect(view.editing).toMatchObject({ kind: "refused", message: expect.stringContaining("“Edit work items”") });
});

test("who sees only a part of the plan may not send it, because what they do not see would be missing", async () => {
  const world = await planWorld(migration);
  const view = await planPage(asked, blindTo(world, ["load"]));
  expect(view.plan.steps.map(({ id }) => id)).toEqual(["freeze", "export", "train"]);
  expect(view.editing).toMatchObject({ kind: "refused", message: expect.stringContaining("hides 1 ") });
});

test("M6 a baseline keeps the dates of its moment, and the one before can be brought back", async () => {
  const world = await planWorld(migration);
  const { outside } = world;
  expect((await planPage(asked, outside)).baseline).toBeNull();
  await setBaseline(asked, outside);
  const first = (await planPage(asked, outside)).baseline;
  expect(first?.steps.find(({ step }) => step === "load")).toEqual({
    step: "load",
    start: "2026-03-05T08:00",
    finish: "2026-03-05T17:00",
  });
  await world.jira.link("Blocks", world.issue("load").id, world.issue("train").id);
  await setBaseline(asked, outside);
  expect((await planPage(asked, outside)).hasEarlierBaseline).toBe(true);
  await undoBaseline(asked, outside);
  expect((await planPage(asked, outside)).baseline).toEqual(first);
});

test("a baseline tells nobody of steps that Jira hides from them", async () => {
  const world = await planWorld(migration);
  await setBaseline(asked, world.outside);
  const { baseline } = await planPage(asked, blindTo(world, ["load"]));
  expect(baseline?.steps.map(({ step }) => step)).toEqual(["freeze", "export", "train"]);
});

test("a baseline is set by those who may edit, and needs dates", async () => {
  const world = await planWorld(migration);
  const weak = { ...world.outside, jira: { ...world.jira, missingPermissions: async () => ["EDIT_ISSUES"] } };
  await expect(setBaseline(asked, weak)).rejects.toMatchObject({ code: "not_allowed" });
  await world.jira.link("Blocks", world.issue("load").id, world.issue("freeze").id);
  await expect(setBaseline(asked, world.outside)).rejects.toMatchObject({ code: "plan_unsound" });
});

test("only steps are moved from here, and a workflow without a way says so", async () => {
  const world = await planWorld(migration);
  await expect(moveStep({ key: world.issue("dup").key, status: "3" }, world.outside)).rejects.toMatchObject({
    code: "not_found",
  });
  const stuck = { ...world.outside, jira: { ...world.jira, moveTo: async () => "no-transition" as const } };
  await expect(moveStep({ key: world.issue("load").key, status: "3" }, stuck)).rejects.toMatchObject({
    code: "jira_refused",
  });
});
