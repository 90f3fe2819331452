import { workItemCounting } from "#contract/work-items";
import { z } from "zod";
import type { Settings } from "../ports";
import type { ItemSource } from "./work-item-ports";

const source = z.object({
  id: z.string(),
  plan: z.string(),
  zone: z.string(),
  name: z.string(),
  createdAt: z.number(),
  counting: workItemCounting,
});

const sources = z.array(source);

/** The definitions of a plan, the oldest first. */
export async function itemSources(plan: string, settings: Settings): Promise<readonly ItemSource[]> {
  return sources.catch([]).parse((await settings.read(keyOf(plan))) ?? []);
}

export async function keepSources(plan: string, all: readonly ItemSource[], settings: Settings): Promise<void> {
  if (all.length === 0) await settings.remove(keyOf(plan));
  else await settings.write(keyOf(plan), all);
}

function keyOf(plan: string): string {
  return `work-items:${plan}`;
}
