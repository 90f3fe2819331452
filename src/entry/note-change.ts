import { decideVerdict } from "#app/gates/gates";
import { Refusal } from "#app/refusal";
import { z } from "zod";
import { adoptionOutside } from "./adoption-outside";
import { outsideForApp } from "./outside";

const event = z.object({ issue: z.object({ id: z.string() }).optional() });
const identity = z.object({ plan: z.string(), kind: z.string() });

/** A hint that something changed. When it is a plan's own work item, its verdict is worked out at once; the rest waits for the schedule. */
export async function noteChange(payload: unknown): Promise<void> {
  const issue = event.parse(payload).issue?.id;
  if (issue === undefined) return;
  const outside = outsideForApp(20);
  try {
    const held = identity.safeParse(await outside.jira.readProperty(issue, "uptake.item"));
    if (!held.success || held.data.kind !== "plan") return;
    await decideVerdict({ plan: held.data.plan }, adoptionOutside(outside));
  } catch (error) {
    // The work item may be gone by the time its event arrives, which is up to three minutes later.
    if (!(error instanceof Refusal)) throw error;
  }
}
