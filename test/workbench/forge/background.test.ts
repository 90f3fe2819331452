import { rmSync } from "node:fs";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { buildFixture, startFixture } from "./fixture-host";
import type { Fixture } from "./fixture-host";

let root: string;
let app: Fixture;
beforeAll(() => {
  root = buildFixture();
});
beforeEach(async () => {
  app = await startFixture(root);
});
afterEach(() => app.close());
afterAll(() => rmSync(root, { recursive: true, force: true }));
const stored = (key: string) => app.call("store", { verb: "get", key });
const push = (queue: string, say: string, delay = 0) => app.call("push", { queue, say, delay });
const stats = (queue: string, jobId: unknown) => app.call("stats", { queue, jobId });

test("an event waits for its delay, is delivered, and its job is counted", async () => {
  const jobId = await push("work", "later", 60);
  await app.host.tick();
  expect(await stats("work", jobId)).toEqual({ success: 0, inProgress: 1, failed: 0 });
  app.clock.advance(60_000);
  await app.host.tick();
  expect(await stats("work", jobId)).toEqual({ success: 1, inProgress: 0, failed: 0 });
  expect(await stored("seen")).toEqual([["later", 0, null]]);
});

test("a retry that the consumer asks for comes with its data", async () => {
  await push("work", "again");
  await app.host.tick();
  app.clock.advance(60_000);
  await app.host.tick();
  expect(await stored("seen")).toEqual([
    ["again", 0, null],
    ["again", 1, { page: 2 }],
  ]);
});

test("an event whose consumer keeps throwing fails after four attempts more", async () => {
  const jobId = await push("work", "throw");
  for (let attempt = 0; attempt < 8; attempt += 1) {
    await app.host.tick();
    app.clock.advance(900_000);
  }
  expect(await stats("work", jobId)).toEqual({ success: 0, inProgress: 0, failed: 1 });
  expect(await stored("seen")).toHaveLength(5);
});

test("a cancelled job is not delivered, and an unknown queue is refused", async () => {
  const jobId = await push("work", "never", 60);
  await app.call("cancel", { queue: "work", jobId });
  app.clock.advance(60_000);
  await app.host.tick();
  expect(await stored("seen")).toBeNull();
  await expect(push("nowhere", "x")).rejects.toThrow(/error invoking/);
});

test("a function that runs too long is stopped, and the next call finds a fresh process", async () => {
  const jobId = await push("slow", "x");
  await app.host.tick();
  expect(await stored("slow")).toBe("begun");
  expect(await stats("slow", jobId)).toEqual({ success: 0, inProgress: 1, failed: 0 });
  expect(app.host.logs().some((line) => line.text.includes("FUNCTION_TIME_OUT"))).toBe(true);
});

test("a restart keeps the store and the addresses, and delivers again what was under way", async () => {
  const url = await app.call("url");
  await app.call("store", { verb: "set", key: "kept", value: 7 });
  await push("slow", "x");
  const killed = app.host.tick().catch(() => {});
  await expect.poll(() => stored("slow")).toBe("begun");
  await app.call("store", { verb: "delete", key: "slow" });
  app = await app.restart();
  await killed;
  expect([await stored("kept"), await app.call("url")]).toEqual([7, url]);
  await app.host.tick();
  expect(await stored("slow")).toBe("begun");
});

test("a schedule runs at installation, then once an interval, and once after however long a jump", async () => {
  await app.host.installApp();
  expect(await stored("hours")).toBe(1);
  app.clock.advance(59 * 60_000);
  await app.host.tick();
  expect(await stored("hours")).toBe(1);
  app.clock.advance(60_000);
  await app.host.tick();
  expect(await stored("hours")).toBe(2);
  app.clock.advance(40 * 86_400_000);
  await app.host.tick();
  expect(await stored("hours")).toBe(3);
});

test("a product event arrives late, and the app's own changes do not", async () => {
  const event = { eventType: "avi:jira:updated:issue", payload: { issue: { key: "CRM-1" } } };
  app.emit({ ...event, selfGenerated: true });
  app.clock.advance(1000);
  await app.host.tick();
  expect(await stored("changed")).toBeNull();
  app.emit({ ...event, selfGenerated: false });
  await app.host.tick();
  expect(await stored("changed")).toBeNull();
  app.clock.advance(1000);
  await app.host.tick();
  expect(await stored("changed")).toEqual(["avi:jira:updated:issue", "CRM-1"]);
});

test("a static web trigger answers with the declared output, a dynamic one with its own", async () => {
  const path = (url: unknown) => new URL(String(url)).pathname;
  const post = { method: "POST", headers: { "x-agent": "t" } };
  const door = path(await app.call("url"));
  expect(await app.host.webTrigger({ ...post, path: door, body: "hi" })).toMatchObject({
    status: 202,
    body: '{"taken":true}',
  });
  expect(await stored("door")).toEqual({ body: "hi", agent: ["t"] });
  expect(await app.host.webTrigger({ ...post, path: door, body: "odd" })).toMatchObject({ status: 500 });
  expect(await app.host.webTrigger({ ...post, path: door, body: "x".repeat(6 * 1024 * 1024) })).toMatchObject({
    status: 413,
  });
  const openDoor = path(await app.call("openUrl"));
  expect(await app.host.webTrigger({ ...post, path: `${openDoor}/in?a=1&a=2`, body: null })).toMatchObject({
    status: 201,
    body: "/in 1+2",
  });
  expect(await app.host.webTrigger({ ...post, path: "/x1/unknown", body: null })).toMatchObject({ status: 404 });
});

test("a flood of events is refused, and a push that is too large", async () => {
  for (let push = 0; push < 10; push += 1) await app.call("flood", { queue: "work", events: 50 });
  await expect(app.call("flood", { queue: "work", events: 1 })).rejects.toThrow(/error invoking/);
  app.clock.advance(61_000);
  await expect(app.call("flood", { queue: "work", events: 2, bytes: 101 * 1024 })).rejects.toThrow(/error invoking/);
});
