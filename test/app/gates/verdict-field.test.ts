import { renewVerdict } from "#app/gates/gates";
import { hiddenInField } from "#app/work-items/hidden-from";
import { noteSpaces } from "#app/work-items/counted-spaces";
import { nothingYet } from "#app/work-items/look-state";
import { sealIn, sealOf } from "#domain/governance/verdict-text";
import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { z } from "zod";

import { adoptionDesk } from "../../support/memory-adoption";
import { drawnPlan } from "../../support/usage-world";

const now = Date.parse("2026-05-18T12:00:00Z");
const help = { id: "7", key: "HELP", name: "Help desk" };
const source = {
  id: "s",
  plan: "crm",
  zone: "UTC",
  name: "Help desk",
  createdAt: 0,
  counting: {
    jql: "project = HELP",
    counts: "ticket",
    moment: { kind: "created" },
    who: "reporter",
    process: { kind: "component" },
  },
} as const;

const threshold = { metric: "hdr", at: null, op: "<=", value: 0.15, rule: "point", bound: null } as const;

async function written(spaceId: string, hasSecured: boolean): Promise<{ text: string; evidence: string }> {
  const plan = drawnPlan(["sales"]);
  const gates = { ...plan.gates, implementation: { ...plan.gates.implementation, thresholds: [threshold] } };
  const desk = adoptionDesk({ ...plan, gates }, now);
  await desk.report([[1, now - 1000, "t", "order", 0, ""]]);
  await noteSpaces(source, { ...nothingYet, spaces: [help], hasSecured }, desk.outside.settings);
  const kept = { text: "", evidence: "" };
  await renewVerdict(
    { plan: "crm" },
    {
      ...desk.outside,
      countedItems: {
        ...desk.outside.countedItems,
        hiddenInField: () => hiddenInField("crm", spaceId, desk.outside.settings),
      },
      verdicts: {
        ...desk.outside.verdicts,
        publish: async (_, evidence) => void (kept.evidence = evidence),
        write: async (_, text) => void (kept.text = text),
      },
    },
  );
  return kept;
}

const fieldText = async (spaceId: string, hasSecured: boolean) => (await written(spaceId, hasSecured)).text;

test("J6 the verdict's field names no number counted in another space, because everybody who sees the plan reads it", async () => {
  expect(await fieldText("1", false)).toMatch(/^LOCKED .*counts work items of Help desk/);
  expect(await fieldText("7", true)).toMatch(/^LOCKED .*counts work items of Help desk/);
  expect(await fieldText("7", false)).toMatch(/^LOCKED /);
  expect(await fieldText("7", false)).not.toContain("Help desk");
});

test("J6 G1 the numbers beside the verdict are those it is sealed with, less what not everybody may see", async () => {
  const open = await written("7", false);
  expect(sealIn(open.text)).toBe(sealOf(createHash("sha256").update(open.evidence).digest("hex")));
  expect(z.looseObject({ weeks: z.array(z.unknown()) }).parse(JSON.parse(open.evidence)).weeks).not.toEqual([]);
  const closed = await written("1", false);
  expect(z.looseObject({ weeks: z.array(z.unknown()) }).parse(JSON.parse(closed.evidence)).weeks).toEqual([]);
});
