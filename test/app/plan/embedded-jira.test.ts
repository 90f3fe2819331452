import { expect, test } from "vitest";
import { panel } from "#app/panel/panel";
import { listPlans } from "#app/plan/list-plans";
import { planTable } from "#app/plan/plan-table";
import { moveRisk } from "#app/risk/move-risk";
import { retagRisk } from "#app/risk/retag-risk";
import { riskBoard } from "#app/risk/risk-board";
import { setupApply } from "#app/setup/setup-apply";
import { setupPreview } from "#app/setup/setup-preview";
import { applySync } from "#app/sync/apply";
import { proposeSync } from "#app/sync/propose";
import { writeYaml } from "#formats/yaml";
import { jiraWorld, workOff } from "../../support/jira-outside";
import { migration } from "../../support/plan-world";

const noGate = async () => ({ open: false, sentence: "", unmet: [] });

test("M1 M50 a synced plan is read, shown in panels and moved on its board through Jira's own interface", async () => {
  const world = await jiraWorld();
  const { outside } = world;
  const request = { space: "CRM", use: { plan: null, step: null, risk: null, rollback: null } };
  await setupApply({ ...request, hash: (await setupPreview(request, outside)).hash }, outside);
  const file = { text: writeYaml({ ...migration, owner: null }), fileName: "plan.yaml", choices: {} };
  await applySync({ ...file, hash: (await proposeSync(file, outside)).hash, confirmed: null }, outside);
  await workOff(world);

  const { rows } = await planTable({ plan: "crm" }, outside);
  expect(rows.map(({ item, finish }) => `${item} ${finish?.slice(0, 10)}`)).toEqual([
    "freeze 2026-03-02",
    "export 2026-03-04",
    "load 2026-03-05",
    "train 2026-03-02",
  ]);
  expect(await listPlans({}, { ...outside, space: null })).toMatchObject([{ id: "crm", steps: 4 }]);

  const key = rows.find(({ item }) => item === "export")?.key ?? "";
  const view = await panel({}, { ...outside, issue: { id: key, key } }, noGate);
  expect(view).toMatchObject({ kind: "step", mayStart: { yes: false, total: 1 }, slackDays: 0 });

  const board = await riskBoard({ plan: "crm" }, outside);
  const risk = board.lanes[0]?.cards[0]?.key ?? "";
  const done = board.statuses.find(({ category }) => category === "done")?.id ?? "";
  await moveRisk({ key: risk, status: done }, outside);
  await retagRisk({ key: risk, tag: "post-delivery" }, outside);
  const after = await riskBoard({ plan: "crm" }, outside);
  expect(after.lanes.map(({ cards }) => cards.length)).toEqual([0, 2]);
  expect(after.lanes[1]?.cards[0]).toMatchObject({ key: risk, exposure: 20, threatens: ["Export customers"] });
  expect(after.lanes[1]?.cards[0]?.status).toBe(board.statuses.find(({ id }) => id === done)?.name);

  const found = await world.call("POST", "/rest/api/3/search/jql", { jql: after.jql, fields: ["key"], maxResults: 50 });
  expect(found).toMatchObject({ status: 200, body: { issues: [{ key: risk }, expect.anything()] } });
});
