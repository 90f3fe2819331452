import { readFileSync } from "node:fs";
import { beforeEach, expect, test } from "vitest";
import { setupApply } from "#app/setup/setup-apply";
import { setupPreview } from "#app/setup/setup-preview";
import { advance } from "#app/sync/advance";
import { applySync } from "#app/sync/apply";
import { proposeSync } from "#app/sync/propose";
import { cancelRun, listRuns, showRun, undoRun } from "#app/sync/runs";
import { jiraWorld, workOff } from "../../support/jira-outside";
import type { JiraWorld } from "../../support/jira-outside";

const crm = readFileSync(new URL("../../../workbench/sites/crm.yaml", import.meta.url), "utf8");
const setup = { space: "CRM", use: { plan: null, step: null, risk: null, rollback: null } };
const file = { text: crm, fileName: "crm.yaml", choices: {} };

let world: JiraWorld;

beforeEach(async () => {
  world = await jiraWorld();
  const { hash } = await setupPreview(setup, world.outside);
  await setupApply({ ...setup, hash }, world.outside);
});

async function start(text = crm): Promise<string> {
  const { hash } = await proposeSync({ ...file, text }, world.outside);
  return (await applySync({ ...file, text, hash, confirmed: null }, world.outside)).id;
}

function show(run: string) {
  return showRun({ run }, world.outside);
}

/** Work items of the space, counted in the store itself: no index, no permission stands between. */
function made(): number {
  return world.jira.store.collection("issue").all().length;
}

test.each(["lost-answer", "lost-connection"] as const)(
  "S2 %s of a creation, with the index behind, makes nothing twice",
  async (kind) => {
    world.jira.faults.indexLagMs = 3_600_000;
    world.jira.faults.set([{ kind, route: "POST /rest/api/3/issue/bulk", times: 2 }]);
    const run = await start();
    await workOff(world);
    const done = await show(run);
    expect(done).toMatchObject({ state: "done", failures: [] });
    expect(made()).toBe(done.created.length);
    const again = await proposeSync(file, world.outside);
    expect(again.counts).toMatchObject({ create: 0, update: 0, link: 0 });
  },
);

test("M92 a spent quota parks the job until the reset; nothing is asked meanwhile", async () => {
  const run = await start();
  world.jira.faults.set([{ kind: "jira-quota-global-based", route: "POST /rest/api/3/issueLink", times: 1 }]);
  world.jira.faults.retryAfterSeconds = 1_200;
  await advance(run, world.outside);
  expect(await show(run)).toMatchObject({ state: "parked" });
  const asked = world.records.length;
  await advance(run, world.outside);
  expect(world.records.length).toBe(asked);
  world.clock.advance(1_200_000);
  await advance(run, world.outside);
  expect(await show(run)).toMatchObject({ state: "done", failures: [] });
});

test("M92 a burst refusal is waited out to the letter", async () => {
  const run = await start();
  world.jira.faults.set([{ kind: "jira-burst-based", route: "POST /rest/api/3/issueLink", times: 3 }]);
  world.jira.faults.retryAfterSeconds = 7;
  await workOff(world);
  const [first = 0] = world.records.filter(({ status }) => status === 429).map(({ at }) => at);
  const early = world.records.filter(
    ({ at, path, status }) => path.endsWith("/issueLink") && status !== 429 && at > first && at < first + 7_000,
  );
  expect(early).toEqual([]);
  expect(await show(run)).toMatchObject({ state: "done", failures: [] });
});

test("M92 no burst limit is ever earned by the app's own pace", async () => {
  await start();
  await workOff(world);
  expect(world.records.filter(({ status }) => status === 429)).toEqual([]);
});

test("S22 an item Jira refuses is named with its mend and the rest goes on", async () => {
  const person = world.jira.store.collection("user").find(({ email }) => email === "member@example.com");
  const text = `
uptake: 1
plan: { id: small, title: Small }
steps:
  - { id: fine, title: Fine }
  - { id: wrong, title: Wrong, owner: member@example.com, after: [fine] }
  - { id: next, title: Next, after: [wrong] }
`;
  const { hash } = await proposeSync({ ...file, text }, world.outside);
  const { id } = await applySync({ ...file, text, hash, confirmed: null }, world.outside);
  if (person !== null) world.jira.store.collection("user").put({ ...person, active: false });
  world.jira.store.commit();
  await workOff(world);
  const run = await show(id);
  expect(run.state).toBe("done");
  expect(run.created.map(({ title }) => title)).toEqual(["Small", "Fine", "Next"]);
  expect(run.failures).toMatchObject([{ item: "wrong", title: "Wrong" }]);
  expect(run.failures[0]?.mend).not.toBe("");
});

test("M92 a cancelled job stops before its next call, knows what it made, and can be taken back", async () => {
  const run = await start();
  await cancelRun({ run }, world.outside);
  await workOff(world);
  expect(await show(run)).toMatchObject({ state: "cancelled" });
  const second = await start();
  world.jira.faults.set([{ kind: "jira-quota-global-based", route: "POST /rest/api/3/issueLink", times: 1 }]);
  world.jira.faults.retryAfterSeconds = 1_200;
  await advance(second, world.outside);
  await cancelRun({ run: second }, world.outside);
  await workOff(world);
  expect(await show(second)).toMatchObject({ state: "cancelled", canUndo: true });
  await undoRun({ run: second }, world.outside);
  await workOff(world);
  expect(await show(second)).toMatchObject({ state: "undone" });
  expect(made()).toBe(0);
});

test("M92 a job hands over when its time is up, and the next invocation goes on", async () => {
  const run = await start();
  const hurried = { ...world.outside, deadline: world.clock.now() };
  world.queued.length = 0;
  await advance(run, hurried);
  expect(await show(run)).toMatchObject({ state: "running" });
  expect(world.queued).toEqual([run]);
  await workOff(world);
  expect(await show(run)).toMatchObject({ state: "done", failures: [] });
});

test("M92 an event delivered twice does nothing twice; a second apply is told to wait", async () => {
  const run = await start();
  await expect(start(crm.replace("title: CRM migration", "title: Other"))).rejects.toMatchObject({ code: "busy" });
  await Promise.all([advance(run, world.outside), advance(run, world.outside)]);
  await workOff(world);
  const done = await show(run);
  expect(made()).toBe(done.created.length);
  expect(await listRuns({ plan: "crm-2026" }, world.outside)).toHaveLength(1);
});

test("S24 what a person changed since stays when the run is taken back, and is named", async () => {
  const run = await start();
  await workOff(world);
  const [, first] = (await show(run)).created;
  await world.call("PUT", `/rest/api/3/issue/${first?.key}`, { fields: { summary: "Mine now" } });
  await undoRun({ run }, world.outside);
  await workOff(world);
  expect(made()).toBe(1);
  expect((await show(run)).failures).toMatchObject([{ title: first?.title }]);
});
