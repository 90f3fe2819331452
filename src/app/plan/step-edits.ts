import { z } from "zod";
import type { saveEditsRequest, StepEdit } from "#contract/plan-page";
import { stepEdit } from "#contract/plan-page";
import type { Outside } from "../ports";
import type { PlanRef } from "../sync/run-ports";
import { openHead } from "./find-plan";

const kept = z.array(stepEdit);

/** What this person has changed and not sent yet: it waits for them on every device, and nobody else sees it. */
export async function readEdits(ref: PlanRef, { settings, who }: Outside): Promise<readonly StepEdit[]> {
  const read = kept.safeParse(await settings.read(keyOf(ref, who.accountId)));
  return read.success ? read.data : [];
}

export async function saveEdits(request: z.output<typeof saveEditsRequest>, outside: Outside): Promise<null> {
  const { mapping, id } = await openHead(request.plan, outside);
  const key = keyOf({ space: mapping.space.id, plan: id }, outside.who.accountId);
  if (request.edits.length === 0) await outside.settings.remove(key);
  else await outside.settings.write(key, request.edits);
  return null;
}

function keyOf({ space, plan }: PlanRef, accountId: string): string {
  return `edits:${space}:${plan}:${accountId}`;
}
