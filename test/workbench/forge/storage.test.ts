import { afterAll, beforeAll, expect, test } from "vitest";
import { buildFixture, startFixture } from "./fixture-host";
import type { Fixture } from "./fixture-host";

let app: Fixture;
beforeAll(async () => {
  app = await startFixture(buildFixture());
});
afterAll(() => app.discard());
const store = (verb: string, rest: Record<string, unknown> = {}) => app.call("store", { verb, ...rest });

test("what is set is read back, deleted and then missing", async () => {
  await store("set", { key: "a", value: { deep: [1] } });
  expect(await store("get", { key: "a" })).toEqual({ deep: [1] });
  await store("delete", { key: "a" });
  expect(await store("get", { key: "a" })).toBeNull();
});

test("secrets live apart from plain values", async () => {
  await store("setSecret", { key: "token", value: "s3cret" });
  expect(await store("getSecret", { key: "token" })).toBe("s3cret");
  expect(await store("get", { key: "token" })).toBeNull();
});

test("a key claimed with FAIL_IF_EXISTS is refused the second time, even when it has just expired", async () => {
  const options = { keyPolicy: "FAIL_IF_EXISTS", ttl: { value: 1, unit: "MINUTES" } };
  await store("set", { key: "nonce", value: 1, options });
  await expect(store("set", { key: "nonce", value: 2, options })).rejects.toThrow(/already exists/);
  app.clock.advance(61_000);
  expect(await store("get", { key: "nonce" })).toBeNull();
  await expect(store("set", { key: "nonce", value: 2, options })).rejects.toThrow(/already exists/);
  app.clock.advance(3 * 86_400_000);
  await store("set", { key: "nonce", value: 3, options });
  expect(await store("get", { key: "nonce" })).toBe(3);
});

test("a transaction writes all or nothing, and pages come in the order of their keys", async () => {
  await store("set", { key: "old", value: 0 });
  await store("swap");
  expect(await store("query")).toMatchObject({
    results: [{ key: "nonce" }, { key: "one", value: 1 }],
    nextCursor: expect.any(String),
  });
  expect(await store("get", { key: "old" })).toBeNull();
});

test.each([
  ["a value over 240 KiB", { key: "big", value: "x".repeat(241 * 1024) }],
  ["a key over 500 characters", { key: "k".repeat(501), value: 1 }],
])("%s is refused", async (_, item) => {
  await expect(store("set", item)).rejects.toThrow(/There was an error invoking the function/);
});

test("custom entities are refused by name", async () => {
  await expect(store("entity")).rejects.toThrow('keeps no custom entity "task"');
});

test("migrations run once and BIGINT comes back as text", async () => {
  expect(await app.call("tables", { word: "first" })).toMatchObject({
    applied: ["v1"],
    rows: [{ id: "1", word: "first" }],
  });
  const again = await app.call("tables", { word: "second" });
  expect(again).toMatchObject({ applied: [], rows: [{ id: "1", word: "second" }], list: [{ name: "v1" }] });
});
