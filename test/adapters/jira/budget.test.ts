import { expect, test } from "vitest";
import { createBudget, endpoint, limits } from "#adapters/jira/budget";
import { patient } from "#adapters/jira/patient";
import type { JiraAnswer, JiraRequest } from "#adapters/jira/transport";
import { isLost, parkedUntil } from "#app/sync/trouble";

/** A clock on which sleepers wake in the order of their time, and nothing else takes any. */
function sleepyClock() {
  let now = 0;
  const sleepers: { at: number; wake: () => void }[] = [];
  const tick = () => {
    const [next] = sleepers.toSorted((a, b) => a.at - b.at);
    if (next === undefined) return;
    sleepers.splice(sleepers.indexOf(next), 1);
    now = Math.max(now, next.at);
    next.wake();
  };
  const sleep = (ms: number) =>
    new Promise<void>((wake) => {
      sleepers.push({ at: now + ms, wake });
      setImmediate(tick);
    });
  return { now: () => now, sleep };
}

function answer(status: number, headers: Readonly<Record<string, string>> = {}): JiraAnswer {
  return { status, text: "", header: (name) => headers[name] ?? null };
}

const link: JiraRequest = { method: "POST", path: "/rest/api/3/issueLink", body: null };
const bulk: JiraRequest = { method: "POST", path: "/rest/api/3/issue/bulk", body: "{}" };

function most(times: readonly number[], perMs: number): number {
  return Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + perMs).length));
}

test("M92 never more in a second than the burst limit, nor more side by side than Atlassian advises", async () => {
  const clock = sleepyClock();
  const times: number[] = [];
  let inside = 0;
  let widest = 0;
  const send = patient(
    async () => {
      times.push(clock.now());
      inside += 1;
      widest = Math.max(widest, inside);
      await clock.sleep(80);
      inside -= 1;
      return answer(201);
    },
    { clock, chance: () => 0, budget: createBudget(clock) },
  );
  await Promise.all(Array.from({ length: 500 }, () => send(link)));
  expect(most(times, 1_000)).toBeLessThanOrEqual(100);
  expect(widest).toBe(limits.inFlight);
  // Pacing must not cost more than the limits themselves ask for.
  expect(clock.now()).toBeLessThanOrEqual((500 / 100) * 1_000 * 1.2);
});

test("M92 one work item is written at most 20 times in 2 s and 100 times in 30 s", async () => {
  const clock = sleepyClock();
  const times: number[] = [];
  const send = patient(async () => (times.push(clock.now()), answer(204)), {
    clock,
    chance: () => 0,
    budget: createBudget(clock),
  });
  await Promise.all(
    Array.from({ length: 150 }, () => send({ method: "PUT", path: "/rest/api/3/issue/10001", body: "{}" })),
  );
  expect(most(times, 2_000)).toBeLessThanOrEqual(20);
  expect(most(times, 30_000)).toBeLessThanOrEqual(100);
});

test("endpoints are counted without their ids", () => {
  expect(endpoint({ method: "PUT", path: "/rest/api/3/issue/CRM-12/properties/uptake.item?x=1", body: null })).toBe(
    "PUT /rest/api/3/issue/{}/properties/{}",
  );
});

function trying(answers: readonly (JiraAnswer | Error)[]) {
  const clock = sleepyClock();
  let calls = 0;
  const send = patient(
    async () => {
      const next = answers[calls];
      calls += 1;
      if (next === undefined || next instanceof Error) throw next ?? new Error("asked once too often");
      return next;
    },
    { clock, chance: () => 0.5, budget: createBudget(clock) },
  );
  return { send, clock, calls: () => calls };
}

test("M92 Retry-After is waited out before the same request goes again", async () => {
  const { send, clock, calls } = trying([answer(429, { "Retry-After": "7" }), answer(201)]);
  expect((await send(bulk)).status).toBe(201);
  expect([calls(), clock.now()]).toEqual([2, 7_000]);
});

test("M92 a spent quota is not waited for here: it says until when", async () => {
  const reason = { "Retry-After": "1800", "RateLimit-Reason": "jira-quota-tenant-based" };
  const { send, calls } = trying([answer(429, reason)]);
  const error: unknown = await send(link).catch((thrown: unknown) => thrown);
  expect([parkedUntil(error), calls()]).toEqual([1_800_000, 1]);
});

test("M92 a 429 without Retry-After waits for the reset", async () => {
  const { send, clock } = trying([answer(429, { "X-RateLimit-Reset": "1970-01-01T00:00:09Z" }), answer(200)]);
  await send(link);
  expect(clock.now()).toBe(9_000);
});

test.each([
  ["a broken connection", new Error("reset")],
  ["a 500", answer(500)],
])("S2 after %s a creation is not sent again", async (_, lost) => {
  const { send, calls } = trying([lost, answer(201)]);
  const error: unknown = await send(bulk).catch((thrown: unknown) => thrown);
  expect([isLost(error), calls()]).toEqual([true, 1]);
});

test("M92 what can be repeated is tried four times and no more", async () => {
  const { send, calls } = trying([answer(503), new Error("reset"), answer(502), answer(500), answer(200)]);
  const error: unknown = await send(link).catch((thrown: unknown) => thrown);
  expect([isLost(error), calls()]).toEqual([true, 4]);
});
