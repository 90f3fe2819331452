import { expect, test } from "vitest";
import { listTemplates, removeTemplate, renameTemplate, saveTemplate } from "#app/plan/templates";
import { setupApply } from "#app/setup/setup-apply";
import { setupPreview } from "#app/setup/setup-preview";
import { applySync } from "#app/sync/apply";
import { proposeSync } from "#app/sync/propose";
import { requests } from "#contract/requests";
import { writeYaml } from "#formats/yaml";
import { jiraWorld, workOff } from "../../support/jira-outside";
import { memoryLog } from "../../support/memory-log";
import { migration } from "../../support/plan-world";

test("M19 a plan is kept as a template of its space without a day or a person, renamed, and removed", async () => {
  const world = await jiraWorld();
  const outside = { ...world.outside, log: memoryLog() };
  const request = { space: "CRM", use: { plan: null, step: null, risk: null, rollback: null } };
  await setupApply({ ...request, hash: (await setupPreview(request, outside)).hash }, outside);
  const plan = { ...migration, owner: null, anchors: { ...migration.anchors, golive: "2026-03-16" } };
  const file = requests.propose.parse({ text: writeYaml(plan), fileName: "plan.yaml" });
  await applySync({ ...file, hash: (await proposeSync(file, outside)).hash, confirmed: null }, outside);
  await workOff(world);

  const made = await saveTemplate({ plan: "crm", title: "Our way" }, outside);
  expect(made.text).not.toMatch(/\b20\d\d-\d\d-\d\d\b|@/);
  expect((await listTemplates({}, outside)).map(({ title }) => title)).toEqual(["Our way"]);
  await renameTemplate({ template: made.id, title: "How we do it" }, outside);
  expect((await listTemplates({}, outside)).map(({ title }) => title)).toEqual(["How we do it"]);
  expect(await listTemplates({}, { ...outside, space: { id: "999", key: "ELSE" } })).toEqual([]);
  await removeTemplate({ template: made.id }, outside);
  expect(await listTemplates({}, outside)).toEqual([]);
  await expect(renameTemplate({ template: made.id, title: "Gone" }, outside)).rejects.toThrow("gone");
});
