import { readFileSync } from "node:fs";
import { beforeEach, expect, test } from "vitest";
import { setupApply } from "#app/setup/setup-apply";
import { setupPreview } from "#app/setup/setup-preview";
import { applySync } from "#app/sync/apply";
import { proposeSync } from "#app/sync/propose";
import { showRun, undoRun } from "#app/sync/runs";
import { planText } from "#app/plan/plan-text";
import { planTable } from "#app/plan/plan-table";
import { readPlan } from "#formats/yaml";
import { jiraWorld, workOff } from "../../support/jira-outside";
import type { JiraWorld } from "../../support/jira-outside";

const crm = readFileSync(new URL("../../../workbench/sites/crm.yaml", import.meta.url), "utf8");
const request = { space: "CRM", use: { plan: null, step: null, risk: null, rollback: null } };

let world: JiraWorld;

beforeEach(async () => {
  world = await jiraWorld();
  const preview = await setupPreview(request, world.outside);
  await setupApply({ ...request, hash: preview.hash }, world.outside);
});

function fileOf(text: string) {
  return { text, fileName: "crm.yaml", choices: {} };
}

async function sync(text: string) {
  const proposal = await proposeSync(fileOf(text), world.outside);
  const run = await applySync(
    { ...fileOf(text), hash: proposal.hash, confirmed: proposal.limit?.touched ?? null },
    world.outside,
  );
  await workOff(world);
  return { proposal, run: await showRun({ run: run.id }, world.outside) };
}

function callsSince(start: number) {
  const calls = world.records.slice(start);
  const reads = calls.filter(
    ({ method, path }) => method === "GET" || /search\/jql|bulkfetch|permissions\/check/.test(path),
  );
  return {
    reads: reads.length,
    writes: calls.length - reads.length,
    refused: calls.filter(({ status }) => status >= 400),
  };
}

test("M92 the demo plan becomes work items; the same file again writes nothing", async () => {
  const { run } = await sync(crm);
  expect(run).toMatchObject({ state: "done", failures: [] });
  const start = world.records.length;
  const again = await sync(crm);
  expect(again.proposal.rows.filter(({ action }) => action !== "refusal")).toEqual([]);
  expect(again.proposal.links).toEqual([]);
  expect(callsSince(start).writes).toBe(0);
});

test("M92 the plan read back from Jira is the plan that was applied", async () => {
  await sync(crm);
  const { text } = await planText({ plan: "crm-2026" }, world.outside);
  const [there, here] = [readPlan(text, "back.yaml"), readPlan(crm, "crm.yaml")];
  if (there.kind !== "read" || here.kind !== "read") throw new Error(JSON.stringify(there));
  const strip = (plan: typeof here.plan) => ({
    ...plan,
    steps: plan.steps.map((step) => ({ ...step, key: null })),
    risks: plan.risks.map((risk) => ({ ...risk, key: null })),
    rollbacks: plan.rollbacks.map((rollback) => ({ ...rollback, key: null })),
  });
  expect(strip(there.plan)).toEqual(strip(here.plan));
});

test("M92 undo takes back exactly what the run made", async () => {
  const { run } = await sync(crm);
  expect(run.canUndo).toBe(true);
  await undoRun({ run: run.id }, world.outside);
  await workOff(world);
  expect(await showRun({ run: run.id }, world.outside)).toMatchObject({ state: "undone", failures: [] });
  expect((await proposeSync(fileOf(crm), world.outside)).counts.create).toBe(run.created.length);
});

test("M92 a changed title is one write; the table shows the plan with its dates", async () => {
  await sync(crm);
  const title = readPlan(crm, "crm.yaml");
  if (title.kind !== "read") throw new Error("unreadable");
  const first = title.plan.steps[3]?.title ?? "";
  const start = world.records.length;
  await sync(crm.replace(first, `${first} now`));
  const { reads, writes } = callsSince(start);
  expect(writes).toBe(1);
  expect(reads).toBeLessThanOrEqual(12);
  const table = await planTable({ plan: "crm-2026" }, world.outside);
  expect(table.rows[3]?.title).toBe(`${first} now`);
  expect(table.rows.filter(({ start }) => start === null)).toEqual([]);
});
