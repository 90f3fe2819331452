import { afterAll, beforeAll, expect, test } from "vitest";
import { buildFixture, startFixture } from "./fixture-host";
import type { Fixture } from "./fixture-host";

let root: string;
let app: Fixture;
beforeAll(async () => {
  root = buildFixture();
  app = await startFixture(root);
});
afterAll(() => app.discard());

test("the context of a frame is the server's: person, extension and module", async () => {
  expect(await app.call("whoAmI")).toEqual({
    accountId: "ana",
    extension: { type: "jira:issuePanel", issue: { id: "10001", key: "CRM-1" } },
  });
});

test("a failing function reaches the front end in the platform's words", async () => {
  await expect(app.call("fail")).rejects.toThrow(/^There was an error invoking the function - the cellar is flooded$/);
  await expect(app.call("nothing")).rejects.toThrow("Resolver has no definition for 'nothing'.");
});

test("asUser acts for the person at the screen, asApp for nobody, both with the manifest's scopes", async () => {
  expect(await app.call("jira", { as: "user", key: "CRM-1" })).toEqual({
    status: 200,
    body: { path: "/rest/api/3/issue/CRM-1", by: "ana" },
  });
  expect(await app.call("jira", { as: "app", key: "CRM-1" })).toEqual({
    status: 200,
    body: { path: "/rest/api/3/issue/CRM-1", by: null },
  });
  expect(app.asked.at(-1)).toMatchObject({
    request: { method: "PUT", body: "{}" },
    caller: { kind: "app", scopes: ["read:jira-work", "storage:app"] },
  });
});

test("asUser with nobody at the screen needs authentication", async () => {
  const payload = { call: { functionKey: "jira", payload: { as: "user", key: "A-1" } }, context: {} };
  const outcome = await app.host.invokeFunction("resolver", payload, {
    moduleKey: "hourly",
    moduleType: "scheduledTrigger",
    accountId: null,
  });
  expect(outcome).toMatchObject({ kind: "failed", message: "Authentication Required" });
});

test("authorize, the app's own context and reports of personal data work", async () => {
  expect(await app.call("may")).toMatchObject([{ permission: "EDIT_ISSUES", issues: [10_001] }]);
  expect(await app.call("about")).toMatchObject({
    appAri: "ari:cloud:ecosystem::app/00000000-0000-0000-0000-000000000001",
    moduleKey: "panel",
    scopes: ["read:jira-work", "storage:app"],
  });
  expect(await app.call("report")).toEqual([{ accountId: "gone", status: "closed" }]);
});

test("M83 nothing leaves the app that the manifest does not permit", async () => {
  await expect(app.call("outside")).rejects.toThrow(
    "URL not included in the external fetch backend permissions: https://example.com/",
  );
});

test("overlapping invocations keep their own context", async () => {
  const other = app.host.mount({ moduleKey: "panel", accountId: "ben", extension: {} });
  const wait = (ms: number) => ({ functionKey: "wait", payload: { ms } });
  const answers = await Promise.all([app.call("wait", { ms: 40 }), app.host.bridge(other.frameId, "invoke", wait(10))]);
  expect(answers).toMatchObject([
    { said: 40, context: "ana", jira: { by: "ana" } },
    { said: 10, context: "ben", jira: { by: "ben" } },
  ]);
  expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(2);
});

test("the app lives in the time of the workbench", async () => {
  app.clock.advance(400 * 86_400_000);
  expect(await app.call("today")).toBe(new Date(app.clock.now()).toISOString().slice(0, 10));
});

test("a bridge command that is not played is refused by name", async () => {
  const { frameId } = app.host.mount({ moduleKey: "panel", accountId: "ana", extension: {} });
  await expect(app.host.bridge(frameId, "fetchRemote", {})).rejects.toThrow(
    'does not play the bridge command "fetchRemote"',
  );
});

test("fetchProduct acts for the person in the frame", async () => {
  const { frameId } = app.host.mount({ moduleKey: "panel", accountId: "ben", extension: {} });
  const request = {
    product: "jira",
    restPath: "/rest/api/3/myself",
    fetchRequestInit: { headers: [["Accept", "application/json"]], body: null },
  };
  expect(await app.host.bridge(frameId, "fetchProduct", request)).toMatchObject({
    status: 200,
    body: '{"path":"/rest/api/3/myself","by":"ben"}',
  });
});

test("open screens hear what the back end publishes", async () => {
  const { frameId } = app.host.mount({ moduleKey: "panel", accountId: "ben", extension: {} });
  const channel = { channelName: "news", isGlobal: true };
  const heard = app.host.bridge(frameId, "pollRealtimeChannel", { ...channel, after: 0 });
  expect(await app.call("tell")).toMatchObject({ eventId: expect.any(String) });
  expect(await heard).toMatchObject({ payloads: [{ hello: "all" }] });
});
