import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Plan } from "#domain/plan/plan";
import { applySync } from "#app/sync/apply";
import { proposeSync } from "#app/sync/propose";
import { writeYaml } from "#formats/yaml";
import { Killed } from "../../support/memory-jira";
import { memoryWorld, redeliver, workOff } from "../../support/memory-outside";
import type { World } from "../../support/memory-outside";
import { smallPlan } from "../../support/small-plan";

function fileOf(plan: Plan) {
  return { text: writeYaml(plan), fileName: "plan.yaml", choices: {} };
}

async function sync(world: World, plan: Plan) {
  const proposal = await proposeSync(fileOf(plan), world.outside);
  const request = { ...fileOf(plan), hash: proposal.hash, confirmed: proposal.limit?.touched ?? null };
  const run = await applySync(request, world.outside);
  await workOff(world);
  return { proposal, run };
}

test("S1 applying a plan makes its items and links; proposing again finds nothing to do", async () => {
  await fc.assert(
    fc.asyncProperty(smallPlan, async (plan) => {
      const world = memoryWorld();
      await sync(world, plan);
      const again = await proposeSync(fileOf(plan), world.outside);
      expect(again.rows.filter(({ action }) => action !== "refusal")).toEqual([]);
      expect(again.links).toEqual([]);
      expect(again.counts.rest).toBe(world.jira.items.size);
    }),
    { numRuns: 60 },
  );
});

test("S2 a kill at any call, before or after it took effect, leaves no duplicates and the same end state", async () => {
  await fc.assert(
    fc.asyncProperty(
      smallPlan,
      fc.array(fc.nat(12), { minLength: 1, maxLength: 4 }),
      fc.boolean(),
      async (plan, kills, late) => {
        const calm = memoryWorld();
        await sync(calm, plan);
        const world = memoryWorld();
        let calls = 0;
        const fatal = [...kills];
        world.jira.around = (moment) => {
          if (moment !== (late ? "after" : "before")) return;
          calls += 1;
          if (fatal[0] !== undefined && calls > fatal[0]) {
            fatal.shift();
            calls = 0;
            throw new Killed();
          }
        };
        const proposal = await proposeSync(fileOf(plan), world.outside);
        await applySync({ ...fileOf(plan), hash: proposal.hash, confirmed: null }, world.outside);
        await workOff(world).catch(onlyKilled);
        for (let tries = 0; tries < 6; tries += 1) await redeliver(world).catch(onlyKilled);
        expect(identities(world)).toEqual(identities(calm));
        expect(linksByItem(world)).toEqual(linksByItem(calm));
        const again = await proposeSync(fileOf(plan), world.outside);
        expect(again.counts.create + again.counts.update + again.counts.link).toBe(0);
      },
    ),
    { numRuns: 80 },
  );
});

function onlyKilled(error: unknown): void {
  if (!(error instanceof Killed)) throw error;
}

function identities({ jira }: World): readonly string[] {
  return [...jira.items.values()].map((item) => JSON.stringify(item.properties["uptake.item"])).toSorted();
}

function linksByItem({ jira }: World): readonly string[] {
  const name = (id: string) => JSON.stringify(jira.items.get(id)?.properties["uptake.item"]);
  return jira.links.map(({ type, from, to }) => `${type} ${name(from)} ${name(to)}`).toSorted();
}
