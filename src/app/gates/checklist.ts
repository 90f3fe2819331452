import type { tickRequest } from "#contract/gates";
import { dayAt } from "#domain/calendar/zone";
import type { ChecklistItem } from "#domain/governance/gates";
import type { Plan } from "#domain/plan/plan";
import { z } from "zod";
import { openHead } from "../plan/find-plan";
import type { Outside } from "../ports";
import { Refusal } from "../refusal";
import { mayDo } from "../sync/may-write";

/** By account id: a name may change, and must go when the account does. */
const ticks = z.record(z.string(), z.object({ by: z.string(), at: z.number() }));

interface Checklist {
  readonly plan: Pick<Plan, "id" | "zone">;
  readonly spaceId: string;
  readonly items: readonly string[];
}

interface TicksOutside {
  readonly settings: Outside["settings"];
  readonly nameOf: (account: string) => Promise<string>;
}

/** The items of a gate, each with who has ticked it and when. The same words on both gates are one item. */
export async function checklistOf(
  { plan, spaceId, items }: Checklist,
  { settings, nameOf }: TicksOutside,
): Promise<readonly ChecklistItem[]> {
  if (items.length === 0) return [];
  const ticked = await readTicks(settings, keyOf(spaceId, plan.id));
  const people = [...new Set(Object.values(ticked).map(({ by }) => by))];
  const names = new Map(await Promise.all(people.map(async (by) => [by, await nameOf(by)] as const)));
  return items.map((item) => {
    const tick = ticked[item];
    if (tick === undefined) return { item, by: null, on: null };
    return { item, by: names.get(tick.by) ?? null, on: dayAt(tick.at, plan.zone) };
  });
}

/** A person says that an item is done, or takes it back, under their own account. */
export async function tickChecklist(request: z.output<typeof tickRequest>, outside: Outside): Promise<null> {
  const { id, mapping } = await openHead(request.plan, outside);
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
