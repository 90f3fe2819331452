import { beforeEach, expect, test } from "vitest";
import { readSnapshot } from "#app/adoption/read-snapshot";
import { blankPlan } from "#domain/plan/blank";
import { adoptionDesk } from "../../support/memory-adoption";
import type { AdoptionDesk } from "../../support/memory-adoption";

const now = Date.parse("2026-03-18T12:00:00Z");
let desk: AdoptionDesk;

const read = async () => {
  const loaded = await desk.outside.loadPlan("crm");
  return readSnapshot(loaded, null, desk.outside);
};
const batch = (name: string, receivedAt: number, completeTo: number) => ({
  plan: "crm",
  zone: "UTC",
  source: "crm",
  batch: name,
  part: 0,
  sandbox: 0,
  accounts: [],
  service: 0,
  receivedAt,
  completeTo,
  rows: [[1, now - 7_200_000, "t", "order", 0, ""] as const],
});

beforeEach(() => {
  desk = adoptionDesk(blankPlan("crm", "CRM"), now);
});

test("M86 the same facts within ten minutes are the same snapshot", async () => {
  await desk.outside.facts.merge(batch("b1", now - 60_000, now - 3_600_000));
  const before = await read();
  desk.now += 5 * 60_000;
  expect((await read()).computedAt).toBe(before.computedAt);
  desk.now += 5 * 60_000;
  expect((await read()).computedAt).not.toBe(before.computedAt);
});

test("M89 a batch that arrived before a snapshot and was merged after it makes the snapshot old", async () => {
  await desk.outside.facts.merge(batch("b1", now - 60_000, now - 3_600_000));
  const before = await read();
  await desk.outside.facts.merge(batch("b2", now - 30_000, now - 1_800_000));
  desk.now += 1_000;
  const after = await read();
  expect(after.cut).not.toBe(before.cut);
  expect(after.ageHours).toBeLessThan(before.ageHours ?? 0);
});
