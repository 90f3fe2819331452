import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Caller } from "../../../workbench/wire/wire";
import { authenticate } from "../../../workbench/jira/authenticate";
import { coverage } from "../../../workbench/jira/coverage";
import { routes } from "../../../workbench/jira/routes";
import { stamp } from "../../../workbench/jira/stamp";
import { testJira } from "../../support/jira";

const base = "/rest/api/3";
const task = { fields: { project: { key: "CRM" }, issuetype: { name: "Task" }, summary: "a" } };
const app = (...scopes: string[]): Caller => ({ kind: "app", appId: "app", scopes, actingFor: null });
const asAppOf = (caller: Caller, ...scopes: string[]): Caller => ({
  kind: "app",
  appId: "app",
  scopes,
  actingFor: caller.kind === "user" ? caller.accountId : null,
});

test("what was answered is on disk, and a second process reads it", async () => {
  const stateDir = mkdtempSync(join(tmpdir(), "jira-"));
  const first = testJira({ stateDir });
  await first.call("POST", `${base}/issue`, task);
  // Not closed on purpose: a killed process closes nothing.
  const second = testJira({ stateDir });
  expect((await second.call("GET", `${base}/issue/CRM-1`)).status).toBe(200);
  expect((await second.call("POST", `${base}/issue`, task)).body).toMatchObject({ key: "CRM-2" });
  first.jira.close();
  second.jira.close();
  rmSync(stateDir, { recursive: true });
});

test("a refused request takes back all it wrote", async () => {
  const { call, jira } = testJira();
  const update = { issuelinks: [{ add: { type: { name: "Blocks" }, outwardIssue: { key: "CRM-9" } } }] };
  expect((await call("POST", `${base}/issue`, { ...task, update })).status).toBe(404);
  expect(jira.store.collection("issue").all()).toEqual([]);
});

test("an unknown route says where to add it, the removed search is gone, nobody is nobody", async () => {
  const { call } = testJira();
  expect(await call("GET", `${base}/issue/CRM-1/votes`)).toMatchObject({ status: 501 });
  for (const version of ["2", "3", "latest"])
    expect(await call("POST", `/rest/api/${version}/search`, {})).toMatchObject({
      status: 410,
      body: { errorMessages: [expect.stringContaining("CHANGE-2046")] },
    });
  expect((await call("GET", `${base}/issue/CRM-1`, undefined, { kind: "anonymous" })).status).toBe(401);
});

test("an app without the scope of a route is told so", async () => {
  const { call } = testJira();
  expect(await call("GET", `${base}/issue/CRM-1`, undefined, app("write:jira-work"))).toEqual({
    status: 401,
    body: { code: 401, message: "Unauthorized; scope does not match" },
  });
});

test("an app pays points, and is refused with the real headers when the hour's points are spent", async () => {
  const { call, raw, jira, admin, clock, records } = testJira();
  const caller = asAppOf(admin, "read:jira-work", "write:jira-work");
  await call("POST", `${base}/issue`, task, caller);
  const { headers } = await raw("GET", `${base}/issue/CRM-1`, undefined, caller);
  expect(records.map(({ points }) => points)).toEqual([1, 2]);
  expect(headers).toMatchObject({
    "x-ratelimit-limit": "65000",
    "x-ratelimit-remaining": "64997",
    "beta-ratelimit-policy": '"global-app-quota";q=65000;w=3600',
  });
  jira.faults.set([{ kind: "jira-quota-tenant-based", route: "GET", times: 1 }]);
  const refused = await raw("GET", `${base}/issue/CRM-1`, undefined, caller);
  expect(refused).toMatchObject({
    status: 429,
    headers: { "retry-after": "5", "ratelimit-reason": "jira-quota-tenant-based" },
  });
  clock.advance(3_600_000);
  expect((await raw("GET", `${base}/issue/CRM-1`, undefined, caller)).headers["x-ratelimit-remaining"]).toBe("64998");
});

test("bursts and writes to one work item are limited for everybody, by the clock", async () => {
  const { call, raw, clock, jira } = testJira();
  await call("POST", `${base}/issue`, task);
  const put = (at: number) => raw("PUT", `${base}/issue/CRM-1`, { fields: { summary: `n${at}` } });
  for (let at = 0; at < 20; at += 1) expect((await put(at)).status).toBe(204);
  expect(await put(20)).toMatchObject({
    status: 429,
    headers: { "ratelimit-reason": "jira-per-issue-on-write", "retry-after": "2" },
  });
  clock.advance(2_000);
  expect((await put(21)).status).toBe(204);
  const statuses = [];
  for (let at = 0; at < 151; at += 1) statuses.push((await raw("GET", `${base}/issue/CRM-1`)).status);
  expect(statuses.filter((status) => status === 429)).toHaveLength(1);
  jira.faults.limits = "off";
  expect((await raw("GET", `${base}/issue/CRM-1`)).status).toBe(200);
});

test("a lost answer keeps the write, a cut connection before it does not", async () => {
  const { call, raw, jira } = testJira();
  jira.faults.set([
    { kind: "lost-answer", route: "POST", times: 1 },
    { kind: "cut", route: "POST", times: 1 },
  ]);
  expect((await call("POST", `${base}/issue`, task)).status).toBe(500);
  await expect(raw("POST", `${base}/issue`, task)).rejects.toThrow("POST");
  expect(jira.store.collection("issue").all()).toHaveLength(1);
  expect(jira.faults.list()).toEqual([]);
});

test("a lagging index misses a new work item until it catches up, unless asked to reconcile", async () => {
  const { call, jira, clock } = testJira();
  jira.faults.indexLagMs = 5_000;
  const made = await call("POST", `${base}/issue`, task);
  const id = JSON.stringify(made.body).match(/"id":"(\d+)"/)?.[1] ?? "";
  const search = (more: string) => call("GET", `${base}/search/jql?jql=project%3DCRM${more}`);
  expect((await search("")).body).toMatchObject({ issues: [] });
  expect((await search(`&reconcileIssues=${id}`)).body).toMatchObject({ issues: [{ id }] });
  clock.advance(5_000);
  expect((await search("")).body).toMatchObject({ issues: [{ id }] });
});

test("instants carry the profile's offset without a colon", () => {
  expect(stamp(Date.UTC(2022, 5, 9, 23, 29, 31, 871), "America/Los_Angeles")).toBe("2022-06-09T16:29:31.871-0700");
  expect(stamp(0, "Asia/Kolkata")).toBe("1970-01-01T05:30:00.000+0530");
});

test("Basic authentication takes any person's e-mail with a token", () => {
  const { jira, admin } = testJira();
  const basic = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString("base64")}` });
  expect(authenticate(basic("admin@example.com:x"), jira.store)).toEqual(admin);
  for (const wrong of ["admin@example.com:", "nobody@example.com:x"])
    expect(authenticate(basic(wrong), jira.store)).toEqual({ kind: "anonymous" });
  expect(authenticate({}, jira.store)).toEqual({ kind: "anonymous" });
});

test("COVERAGE.md lists the routes as they are", async () => {
  await expect(coverage(routes)).toMatchFileSnapshot("../../../workbench/jira/COVERAGE.md");
});
