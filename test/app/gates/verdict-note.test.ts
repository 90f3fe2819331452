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
let worked: number;

/** The app's round, so many minutes later; how often it worked the verdict out and wrote it down. */
async function roundAfter(minutes: number): Promise<{ worked: number; written: number }> {
  desk.now += minutes * minute;
  const before = { worked, written: written.length };
  const { facts, verdicts, ...rest } = desk.outside;
  await renewDueVerdict(
    { plan: "crm" },
    {
      ...rest,
      facts: {
        ...facts,
        keepSnapshot: async (...kept) => {
          worked += 1;
          await facts.keepSnapshot(...kept);
        },
      },
      verdicts: { ...verdicts, write: async (_, text) => void written.push(text) },
    },
  );
  return { worked: worked - before.worked, written: written.length - before.written };
}

const nothing = { worked: 0, written: 0 };

beforeEach(async () => {
  desk = adoptionDesk(blankPlan("crm", "CRM"), Date.parse("2026-03-18T12:00:00Z"));
  written = [];
  worked = 0;
  expect(await roundAfter(0)).toEqual({ worked: 1, written: 1 });
});

test("G1 a quiet plan has its verdict worked out once an hour and written once a day, not with every round", async () => {
  for (let round = 0; round < 24; round += 1) await roundAfter(5);
  expect({ worked, written: written.length }).toEqual({ worked: 3, written: 1 });
  expect(await roundAfter(24 * 60)).toEqual({ worked: 1, written: 1 });
});

test("G1 a plan that refuses is tried again in an hour, and not with every round", async () => {
  desk.may = [];
  await expect(roundAfter(60)).rejects.toThrow("You may not see");
  expect(await roundAfter(5)).toEqual(nothing);
  await expect(roundAfter(60)).rejects.toThrow("You may not see");
});

test("G1 what is reported is worked out within a quarter of an hour", async () => {
  desk.now += minute;
  await desk.report([[1, desk.now - 1000, "t", "order", 0, ""]]);
  expect(await roundAfter(4)).toEqual(nothing);
  expect(await roundAfter(5)).toEqual(nothing);
  expect(await roundAfter(5)).toMatchObject({ worked: 1 });
});

test("G1 a dropped snapshot is worked out, and one that says something else than the field is written, within a quarter of an hour", async () => {
  await desk.outside.facts.dropSnapshots("crm");
  expect(await roundAfter(15)).toEqual({ worked: 1, written: 0 });
  const one: Threshold = { metric: "ttft", at: "14d", op: ">=", value: 0.5, rule: "point", bound: null };
  const implementation = { ...desk.plan.gates.implementation, thresholds: [one] };
  desk.plan = { ...desk.plan, gates: { ...desk.plan.gates, implementation } };
  desk.now += 12 * minute;
  const anew = await readSnapshot({ plan: desk.plan, key: "P-1", spaceId: "1" }, null, desk.outside);
  expect(written.at(-1)).not.toContain(anew.gate.sentence);
  expect(await roundAfter(3)).toMatchObject({ written: 1 });
  expect(written.at(-1)).toContain(anew.gate.sentence);
});
