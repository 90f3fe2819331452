import { createHmac } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { doorParts } from "#app/events/fair-share";
import { pushEvents } from "../../cli/events-push";
import { journeyPlan } from "../support/journey-plan";
import { admin, openPlannedSpace } from "../support/planned-space";
import type { PlannedSpace } from "../support/planned-space";

/** Three systems gone wild, a fourth that is not, and somebody who syncs the plan meanwhile: all through the real door and the real queue. */
let space: PlannedSpace;
let doors: Door[];
const folder = mkdtempSync(join(tmpdir(), "flood-"));

interface Door {
  readonly id: string;
  readonly url: string;
  readonly secret: string;
}

beforeAll(async () => {
  space = await openPlannedSpace(journeyPlan);
  doors = [];
  for (const name of ["One", "Two", "Three", "Quiet"]) {
    const { source, secret } = await space.pageOf(admin).ask("createSource", { plan: "journey", name });
    doors.push({ id: source.id, url: source.url, secret });
  }
}, 90_000);
afterAll(async () => {
  await space.stop();
  rmSync(folder, { recursive: true });
});

/** Batches of each of the three, far more together than go in within a minute. */
const each = 150;

const line = (id: string): string =>
  JSON.stringify({ id, plan: "journey", person: id, at: "2026-10-06T09:12:00Z", kind: "transaction", process: "book" });

async function post({ url, secret }: Door, body: string): Promise<{ readonly status: number; readonly said: unknown }> {
  const timestamp = String(Math.floor(space.workbench.clock.now() / 1000));
  const signature = createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex");
  const headers = { "X-Uptake-Timestamp": timestamp, "X-Uptake-Signature": `v1=${signature}` };
  const response = await fetch(url, { method: "POST", headers, body });
  return { status: response.status, said: await response.json() };
}

/** Each sends by four connections at once, as fast as it is answered; gives what was refused. */
async function flood(batches: number): Promise<{ readonly taken: number; readonly refused: [Door, string][] }> {
  const left = Array.from({ length: batches }, (_, at) =>
    doors.slice(0, 3).map((door) => [door, line(`${door.id.slice(0, 8)}-${at}`)] as [Door, string]),
  ).flat();
  const refused: [Door, string][] = [];
  let taken = 0;
  const sendAll = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      const { status, said } = await post(...next);
      // A hundred a second at most, so that it is the door that refuses and not the store behind it.
      space.workbench.clock.advance(10);
      if (status === 202) taken += 1;
      else {
        expect([status, said]).toMatchObject([429, { accepted: false, retryAfter: 61 }]);
        refused.push(next);
      }
    }
  };
  await Promise.all([sendAll(), sendAll(), sendAll(), sendAll()]);
  return { taken, refused };
}

/** What met the database's own limit, a part or a step of the sync, is put off by the queue, and comes again seconds to minutes later. */
async function workOff(): Promise<void> {
  for (let turns = 0; turns < 20; turns += 1) {
    await space.workbench.forge.tick();
    space.workbench.clock.advance(10_000);
  }
}

const accepted = async (): Promise<number> => {
  const sources = await space.pageOf(admin).ask("listSources", { plan: "journey" });
  return sources.reduce((sum, { accepted: events }) => sum + events, 0);
};

test("M93 a flood is told to wait before the queue is full, the others come in, a sync runs, and a minute later all is there once", async () => {
  const { taken, refused } = await flood(each);
  expect(taken).toBeLessThanOrEqual(doorParts);
  expect(taken).toBeGreaterThan(doorParts * 0.7);
  expect(taken + refused.length).toBe(3 * each);

  const quiet = doors[3]!;
  expect(await post(quiet, [line("q-1"), line("q-2")].join("\n"))).toMatchObject({ status: 202 });
  await space.apply(journeyPlan.replace("Close the old ledger", "Close the paper ledger"));
  await workOff();
  const { rows } = await space.pageOf(admin).ask("planTable", { plan: "journey" });
  expect(rows.map(({ title }) => title)).toContainEqual(expect.stringContaining("Close the paper ledger"));
  expect(await accepted()).toBe(taken + 2);

  let again = refused;
  for (let minute = 0; again.length > 0; minute += 1) {
    expect(minute).toBeLessThan(5);
    space.workbench.clock.advance(61_000);
    const still: typeof again = [];
    for (const one of again) if ((await post(...one)).status !== 202) still.push(one);
    expect(still.length).toBeLessThan(again.length);
    again = still;
  }
  expect(await post(quiet, [line("q-1"), line("q-2")].join("\n"))).toMatchObject({ status: 202 });
  await workOff();
  expect(await accepted()).toBe(3 * each + 2);
}, 120_000);

test("M93 the command line waits as it is told and goes on by itself", async () => {
  space.workbench.clock.advance(61_000);
  await flood(each);
  const one = doors[0]!;
  const file = join(folder, "late.ndjson");
  writeFileSync(file, line("late"));
  const waited: number[] = [];
  const pushed = await pushEvents(
    file,
    {
      url: one.url,
      secret: one.secret,
      fetch,
      now: () => space.workbench.clock.now(),
      async wait(seconds) {
        waited.push(seconds);
        space.workbench.clock.advance(seconds * 1000);
      },
    },
    () => {},
  );
  expect([pushed.accepted, waited]).toEqual([1, [61]]);
}, 60_000);

test("M93 more at once than the store behind the door answers are told to wait, and none finds an error", async () => {
  space.workbench.clock.advance(61_000);
  const left = Array.from({ length: 1200 }, (_, at) => line(`at-once-${at}`));
  const answers = new Set<number>();
  const sendAll = async () => {
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
      answers.add((await post(doors[left.length % 3]!, next)).status);
    }
  };
  await Promise.all(Array.from({ length: 8 }, sendAll));
  expect(answers).toEqual(new Set([202, 429]));
}, 60_000);
