import { identify } from "../people/identify";
import { keptTeams } from "../people/kept-teams";
import { readTeams } from "../people/read-teams";
import { plansCounting } from "./counted-spaces";
import { itemSources } from "./kept-sources";
import { look } from "./look";
import { readLook } from "./look-state";
import type { ItemsOutside } from "./work-item-ports";

/** An event may be followed by hundreds; one look answers them all, and the schedule looks once more. */
const atMostEveryMs = 60_000;

/** Events tell at once where something happens; this often it is looked at whatever they say, because they get lost. */
const usualMs = 15 * 60_000;

/** Looks at what these plans define as work items: at what has waited long enough, and at what a turn before has left over. */
export async function lookAround(plans: readonly string[], outside: ItemsOutside): Promise<void> {
  for (const plan of new Set(plans)) {
    for (const source of await itemSources(plan, outside.settings)) {
      if (outside.isOver()) return;
      const { triedAt, round } = await readLook(source.id, outside.settings);
      const isDue = triedAt === null || round !== null || outside.now - triedAt >= usualMs;
      if (isDue) await look(source, { accept: false }, outside);
    }
  }
}

/** Something has happened in a space: a hint to look now at what counts there, and no more than a hint. */
export async function lookHinted(space: string, outside: ItemsOutside): Promise<void> {
  for (const plan of await plansCounting(space, outside.settings)) {
    for (const source of await itemSources(plan, outside.settings)) {
      const { spaces, triedAt } = await readLook(source.id, outside.settings);
      const isRecent = triedAt !== null && outside.now - triedAt < atMostEveryMs;
      if (!isRecent && spaces.some(({ id }) => id === space)) await look(source, { accept: false }, outside);
    }
  }
}

/** Reads the groups of every plan that has any. */
export async function readAllTeams(plans: readonly string[], outside: ItemsOutside): Promise<void> {
  for (const plan of new Set(plans)) {
    if (outside.isOver()) return;
    if ((await keptTeams(plan, outside.settings)).length > 0) await readTeams(plan, outside);
  }
}

/** People whom systems name by their account are the same people as those named by their address, wherever Jira shows it. */
export async function joinAccounts(plans: readonly string[], outside: ItemsOutside): Promise<void> {
  const known = await outside.facts.accounts();
  if (known.length === 0) return;
  const shown = await outside.readerAsApp.accounts(known.map(({ account }) => account));
  for (const plan of new Set(plans)) {
    if (outside.isOver()) return;
    await identify(plan, shown, outside);
  }
}
