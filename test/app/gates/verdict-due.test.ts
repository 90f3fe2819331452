import { beforeEach, expect, test } from "vitest";
import { readSnapshot } from "#app/adoption/read-snapshot";
import { renewDueVerdict } from "#app/gates/gates";
import { blankPlan } from "#domain/plan/blank";
import type { Threshold } from "#domain/plan/plan";
import { adoptionDesk } from "../../support/memory-adoption";
import type { AdoptionDesk } from "../../support/memory-adoption";

const minute = 60_000;
let desk: AdoptionDesk;
let written: string[];

/** The app's round, so many minutes after the last thing that happened. */
async function roundAfter(minutes: number): Promise<number> {
  desk.now += minutes * minute;
  const before = written.length;
  const verdicts = { ...desk.outside.verdicts, write: async (_: string, text: string) => void written.push(text) };
  await renewDueVerdict({ plan: "crm" }, { ...desk.outside, verdicts });
  return written.length - before;
}

beforeEach(async () => {
  desk = adoptionDesk(blankPlan("crm", "CRM"), Date.parse("2026-03-18T12:00:00Z"));
  written = [];
  expect(await roundAfter(0)).toBe(1);
});

test("G1 a quiet plan has its verdict written once an hour, not with every round", async () => {
  const rounds = [];
  for (let round = 0; round < 24; round += 1) rounds.push(await roundAfter(5));
  expect(rounds.reduce((sum, each) => sum + each)).toBe(2);
});

test("G1 what is reported reaches the verdict within a quarter of an hour", async () => {
  desk.now += minute;
  await desk.report([[1, desk.now - 1000, "t", "order", 0, ""]]);
  expect([await roundAfter(4), await roundAfter(5), await roundAfter(6)]).toEqual([0, 0, 1]);
});

test("G1 a snapshot that was dropped, or says something else than what stands in the field, is written at once", async () => {
  await desk.outside.facts.dropSnapshots("crm");
  expect(await roundAfter(5)).toBe(1);
  const one: Threshold = { metric: "ttft", at: "14d", op: ">=", value: 0.5, rule: "point", bound: null };
  const implementation = { ...desk.plan.gates.implementation, thresholds: [one] };
  desk.plan = { ...desk.plan, gates: { ...desk.plan.gates, implementation } };
  desk.now += 12 * minute;
  const anew = await readSnapshot({ plan: desk.plan, key: "P-1", spaceId: "1" }, null, desk.outside);
  expect(written.at(-1)).not.toContain(anew.gate.sentence);
  expect(await roundAfter(1)).toBe(1);
  expect(written.at(-1)).toContain(anew.gate.sentence);
});
