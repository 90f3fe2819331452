import { rmSync } from "node:fs";
import { request } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Workbench } from "../../../workbench/start";
import { openWorkbench } from "../../support/workbench";
import { buildFixture } from "../forge/fixture-host";

let root: string;
let workbench: Workbench;

beforeAll(async () => {
  root = buildFixture();
  workbench = await openWorkbench({ root });
});

afterAll(async () => {
  await workbench.stop();
  rmSync(root, { recursive: true, force: true });
});

interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

interface Got {
  readonly status: number;
  readonly cookie: string;
  readonly text: string;
}

/** `fetch` sets Host and Origin by itself; what an attacker's page would send needs both in hand. */
function send(path: string, { method = "GET", headers = {}, body }: Sent = {}): Promise<Got> {
  const { port } = new URL(workbench.url);
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port, path, method, headers: { host: `localhost:${port}`, ...headers } });
    sent.on("error", reject);
    sent.on("response", (answer) => {
      const [cookie = ""] = answer.headers["set-cookie"] ?? [];
      const found = { status: answer.statusCode ?? 0, cookie: cookie.split(";")[0] ?? "" };
      answer.toArray().then((chunks) => resolve({ ...found, text: Buffer.concat(chunks).toString() }), reject);
    });
    sent.end(body);
  });
}

async function openPage(): Promise<{ readonly cookie: string; readonly "x-workbench-token": string }> {
  const { cookie, text } = await send("/");
  return { cookie, "x-workbench-token": /workbench-token" content="([^"]+)"/.exec(text)?.[1] ?? "" };
}

test.each([
  ["a foreign host name, as DNS rebinding sends it", { headers: { host: "evil.example" } }],
  ["another port", { headers: { host: "localhost:1" } }],
])("the workbench refuses %s", async (_, sent) => {
  expect((await send("/", sent)).status).toBe(403);
});

test.each(["/%", "/rest/api/3/issue/%E0%A4%A", "/jira/spaces/%zz/board"])(
  "the address %s, which nobody can decode, is the sender's fault",
  async (path) => {
    expect((await send(path)).status).toBe(400);
  },
);

test("a write from another origin is refused, whatever it carries", async () => {
  const page = await openPage();
  const headers = { ...page, origin: "http://evil.example", "content-type": "application/json" };
  expect((await send("/_workbench/clock", { method: "POST", headers, body: '{"by":"1h"}' })).status).toBe(403);
  const frames = { ...page, origin: workbench.frameUrl };
  expect((await send("/rest/api/3/issue", { method: "POST", headers: frames, body: "{}" })).status).toBe(403);
});

test("the workbench's own questions need both the cookie and the token of the page", async () => {
  const { cookie, "x-workbench-token": token } = await openPage();
  expect((await send("/_workbench/session", { headers: { cookie } })).status).toBe(403);
  expect((await send("/_workbench/session", { headers: { "x-workbench-token": token } })).status).toBe(403);
  const other = await openPage();
  expect(
    (await send("/_workbench/session", { headers: { cookie, "x-workbench-token": other["x-workbench-token"] } }))
      .status,
  ).toBe(403);
  expect((await send("/_workbench/session", { headers: { cookie, "x-workbench-token": token } })).status).toBe(200);
});

test("the page's token is not in what a frame or another site can read: no answer allows other origins", async () => {
  const answer = await fetch(workbench.url, { headers: { origin: "http://evil.example" } });
  expect(answer.headers.get("access-control-allow-origin")).toBeNull();
  expect(answer.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
});

test("the numeric address leads to the named one, which is another site than the frames' origin", async () => {
  const { port } = new URL(workbench.url);
  const answer = await fetch(`http://127.0.0.1:${port}/jira/spaces?x=1`, { redirect: "manual" });
  expect([answer.status, answer.headers.get("location")]).toEqual([302, `${workbench.url}/jira/spaces?x=1`]);
});

test("a switch of persona holds for this browser alone", async () => {
  const [mine, other] = [await openPage(), await openPage()];
  const read = async (headers: Readonly<Record<string, string>>) =>
    JSON.parse((await send("/_workbench/session", { headers })).text);
  const { people, accountId } = await read(mine);
  const wanted = people.find((person: { role: string }) => person.role === "executive").accountId;
  await send("/_workbench/session", { method: "POST", headers: mine, body: JSON.stringify({ accountId: wanted }) });
  expect((await read(mine)).accountId).toBe(wanted);
  expect((await read(other)).accountId).toBe(accountId);
});

test("moving the clock runs what is due and is kept; it never moves back", async () => {
  const page = await openPage();
  const before = workbench.clock.now();
  const moved = await send("/_workbench/clock", { method: "POST", headers: page, body: '{"by":"2d"}' });
  expect(JSON.parse(moved.text).now - before).toBeGreaterThanOrEqual(2 * 86_400_000);
  const back = await send("/_workbench/clock", { method: "POST", headers: page, body: JSON.stringify({ to: before }) });
  expect([back.status, JSON.parse(back.text).message]).toEqual([400, "The clock only moves forward."]);
});

test("a module is mounted for the session's persona and its frame is served on the other origin alone", async () => {
  const page = await openPage();
  const wish = { moduleKey: "panel", extension: { issue: { id: "1", key: "A-1" } }, accountId: "somebody-else" };
  const { frameId, url } = JSON.parse(
    (await send("/_workbench/mount", { method: "POST", headers: page, body: JSON.stringify(wish) })).text,
  );
  expect(url.startsWith(`${workbench.frameUrl}/ui/${frameId}/`)).toBe(true);
  const frame = await fetch(url);
  expect(await frame.text()).toContain("__bridge__/bridge.js");
  expect(frame.headers.get("content-security-policy")).toContain(`frame-ancestors ${workbench.url}`);
  const body = JSON.stringify({ command: "getContext" });
  const context = JSON.parse(
    (await send(`/_workbench/bridge/${frameId}`, { method: "POST", headers: page, body })).text,
  );
  const { accountId } = JSON.parse((await send("/_workbench/session", { headers: page })).text);
  expect(context).toMatchObject({ accountId, moduleKey: "panel", extension: { issue: { key: "A-1" } } });
});

test("an unknown command of the bridge is refused by its name, and the app's log shows it", async () => {
  const page = await openPage();
  const wish = JSON.stringify({ moduleKey: "panel", extension: {} });
  const { frameId } = JSON.parse((await send("/_workbench/mount", { method: "POST", headers: page, body: wish })).text);
  const body = JSON.stringify({ command: "levitate" });
  const answer = await send(`/_workbench/bridge/${frameId}`, { method: "POST", headers: page, body });
  expect([answer.status, JSON.parse(answer.text).message]).toEqual([400, expect.stringContaining('"levitate"')]);
  const logs = JSON.parse((await send("/_workbench/logs", { headers: page })).text);
  expect(logs.some((line: { text: string }) => line.text.includes("levitate"))).toBe(true);
});

test("a module whose page is not built says which command builds it", async () => {
  const page = await openPage();
  const wish = JSON.stringify({ moduleKey: "panel", view: "edit", extension: {} });
  const answer = await send("/_workbench/mount", { method: "POST", headers: page, body: wish });
  expect(JSON.parse(answer.text).message).toContain("node tools/build.mjs ui");
});

test("a web trigger is open to whoever knows its address, and to nothing beside it", async () => {
  const url = new URL(workbench.forge.webTriggerUrl("door") ?? "");
  expect((await send(url.pathname, { method: "POST", body: "knock" })).status).toBe(202);
  expect((await send("/x1/another", { method: "POST", body: "knock" })).status).toBe(404);
});

test("Jira answers Basic authentication, and without it nobody", async () => {
  const authorization = `Basic ${Buffer.from("admin@example.com:any").toString("base64")}`;
  const [known, unknown] = [
    await send("/rest/api/3/myself", { headers: { authorization } }),
    await send("/rest/api/3/myself"),
  ];
  expect([known.status, unknown.status]).toEqual([200, 401]);
});

test("a reset begins the site anew and keeps the page's session", async () => {
  const page = await openPage();
  const before = workbench.jira;
  expect((await send("/_workbench/reset", { method: "POST", headers: page, body: "{}" })).status).toBe(200);
  expect(workbench.jira).not.toBe(before);
  expect((await send("/_workbench/session", { headers: page })).status).toBe(200);
});
