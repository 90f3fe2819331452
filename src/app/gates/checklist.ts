import type { tickRequest } from "#contract/gates";
import type { ChecklistItem } from "#domain/governance/gates";
import { z } from "zod";
import { openPlan } from "../plan/find-plan";
import type { Outside } from "../ports";
import { Refusal } from "../refusal";
import { mayDo } from "../sync/may-write";

/** By account id: a name may change, and must go when the account does. */
const ticks = z.record(z.string(), z.object({ by: z.string(), at: z.number() }));

interface Checklist {
  readonly id: string;
  readonly spaceId: string;
  readonly items: readonly string[];
}

/** The items of a plan's first gate, each with who has ticked it. */
export async function checklistOf(
  { id, spaceId, items }: Checklist,
  { settings, jira }: Outside,
): Promise<readonly ChecklistItem[]> {
  const ticked = await readTicks(settings, keyOf(spaceId, id));
  const people = [...new Set(Object.values(ticked).map(({ by }) => by))];
  const names = new Map(await Promise.all(people.map(async (by) => [by, await jira.nameOf(by)] as const)));
  return items.map((item) => ({ item, by: names.get(ticked[item]?.by ?? "") ?? null }));
}

/** A person says that an item is done, or takes it back, under their own account. */
export async function tickChecklist(request: z.output<typeof tickRequest>, outside: Outside): Promise<null> {
  const { id, mapping } = await openPlan(request.plan, outside);
  const { settings, who, clock, jira } = outside;
  await mayDo(jira, { accountId: who.accountId, spaceId: mapping.space.id }, ["EDIT_ISSUES"]);
  const key = keyOf(mapping.space.id, id);
  const { [request.item]: before, ...others } = await readTicks(settings, key);
  if (!request.done && before === undefined) {
    throw new Refusal("stale", {
      message: `“${request.item}” is not ticked.`,
      mend: "Reload the page: somebody was faster.",
    });
  }
  const mine = { by: who.accountId, at: clock.now() };
  await settings.write(key, request.done ? { ...others, [request.item]: before ?? mine } : others);
  return null;
}

function keyOf(spaceId: string, plan: string): string {
  return `checklist:${spaceId}:${plan}`;
}

async function readTicks(settings: Outside["settings"], key: string): Promise<z.output<typeof ticks>> {
  return ticks.catch({}).parse(await settings.read(key));
}
