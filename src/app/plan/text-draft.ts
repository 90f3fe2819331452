import { z } from "zod";
import type { saveDraftRequest } from "#contract/plan-page";
import type { Outside } from "../ports";
import { openHead } from "./find-plan";
import { planText } from "./plan-text";

/** The plan as text, and what this person has made of it and not applied: it waits for them alone, on every device. */
export async function planDraft(
  { plan }: { readonly plan: string },
  outside: Outside,
): Promise<{ readonly text: string; readonly draft: string | null }> {
  const [{ text }, key] = await Promise.all([planText({ plan }, outside), keyOf(plan, outside)]);
  const kept = z.string().safeParse(await outside.settings.read(key));
  return { text, draft: kept.success && kept.data !== text ? kept.data : null };
}

export async function saveDraft({ plan, text }: z.output<typeof saveDraftRequest>, outside: Outside): Promise<null> {
  const key = await keyOf(plan, outside);
  if (text === null) await outside.settings.remove(key);
  else await outside.settings.write(key, text);
  return null;
}

async function keyOf(plan: string, outside: Outside): Promise<string> {
  const { mapping, id } = await openHead(plan, outside);
  return `text:${mapping.space.id}:${id}:${outside.who.accountId}`;
}
