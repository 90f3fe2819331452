import { applySync } from "#app/sync/apply";
import { proposeSync } from "#app/sync/propose";
import type { Choices } from "#domain/sync/settling";
import type { Plan } from "#domain/plan/plan";
import { writeYaml } from "#formats/yaml";
import { memoryWorld, workOff } from "./memory-outside";
import type { World } from "./memory-outside";

export function fileOf(plan: Plan, choices: Choices = {}) {
  return { text: writeYaml(plan), fileName: "plan.yaml", choices };
}

/** Looks at the proposal, confirms whatever it asks, and works the job off. */
export async function sync(world: World, plan: Plan, choices: Choices = {}) {
  const proposal = await proposeSync(fileOf(plan, choices), world.outside);
  const confirmed = proposal.limit?.touched ?? null;
  const run = await applySync({ ...fileOf(plan, choices), hash: proposal.hash, confirmed }, world.outside);
  await workOff(world);
  return { proposal, run };
}

export async function syncedWorld(plan: Plan): Promise<World> {
  const world = memoryWorld();
  await sync(world, plan);
  world.jira.unindexed.clear();
  return world;
}

/** Issue id of an item of the plan. */
export function issueOf({ jira }: World, item: string): string {
  const found = [...jira.items.values()].find((one) =>
    JSON.stringify(one.properties["uptake.item"] ?? null).includes(`"item":"${item}"`),
  );
  return found?.id ?? "";
}
