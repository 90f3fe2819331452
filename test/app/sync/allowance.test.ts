import { expect, test } from "vitest";
import { pointsPerHour, spend } from "#app/sync/allowance";
import { advance } from "#app/sync/advance";
import { applySync } from "#app/sync/apply";
import { proposeSync } from "#app/sync/propose";
import { showRun } from "#app/sync/runs";
import { blankPlan, blankStep } from "#domain/plan/blank";
import { memoryWorld } from "../../support/memory-outside";
import { fileOf } from "../../support/sync-world";

const plan = { ...blankPlan("crm", "CRM"), steps: [blankStep("a", "A"), blankStep("b", "B")] };
const hourMs = 3_600_000;

test("M92 what other runs of the site have spent this hour parks a job until the next, and the estimate says so", async () => {
  const world = memoryWorld();
  const { outside } = world;
  const seen = await proposeSync(fileOf(plan), outside);
  expect(seen.estimate).toMatchObject({ minutes: 1, allowance: { left: pointsPerHour, perHour: pointsPerHour } });
  await spend("another run", pointsPerHour - 1, outside);
  const tight = await proposeSync(fileOf(plan), outside);
  expect(tight.estimate).toMatchObject({ minutes: 61, allowance: { left: 1 } });
  await expect(spend("a third", 1, outside)).rejects.toMatchObject({ code: "jira_throttled" });
  const { id } = await applySync({ ...fileOf(plan), hash: tight.hash, confirmed: null }, outside);
  await advance(id, outside);
  expect(await showRun({ run: id }, outside)).toMatchObject({ state: "parked", created: [] });
  expect(world.jira.writes).toEqual([]);
  await outside.clock.sleep(hourMs);
  await advance(id, outside);
  expect(await showRun({ run: id }, outside)).toMatchObject({ state: "done", failures: [] });
});

test("M92 figures written twice count once", async () => {
  const { outside } = memoryWorld();
  for (let times = 0; times < 3; times += 1) await spend("one", pointsPerHour / 2, outside);
  expect(await outside.runs.spent(0)).toBe(pointsPerHour / 2);
});
