import { renewVerdict } from "#app/gates/gates";
import { Refusal } from "#app/refusal";
import { noteHint } from "#app/sync/hints";
import { lookHinted } from "#app/work-items/look-around";
import { z } from "zod";
import { adoptionOutside } from "./adoption-outside";
import { itemsOutside } from "./items-outside";
import { outsideForApp } from "./outside";

const ref = z.object({
  id: z.string(),
  fields: z.object({ project: z.object({ id: z.string() }).nullish() }).nullish(),
});
const moved = z.object({ field: z.string(), from: z.string().nullish(), to: z.string().nullish() });
const id = z.coerce.string();
const event = z.object({
  eventType: z.string().catch(""),
  issue: ref.optional(),
  changelog: z.object({ items: z.array(moved).catch([]) }).optional(),
  // A link's event names its two ends and no work item.
  sourceIssueId: id.optional(),
  destinationIssueId: id.optional(),
});
const identity = z.object({ plan: z.string(), kind: z.string() });

/** A hint that something changed: it is looked at whether Jira has moved, and a plan's own work item has its verdict worked out at once. */
export async function noteChange(payload: unknown): Promise<void> {
  const told = event.parse(payload);
  const outside = outsideForApp(20);
  const space = told.issue?.fields?.project?.id;
  if (space !== undefined) await lookHinted(space, itemsOutside(outside));
  // A new work item is in no plan yet, and a comment moves none.
  if (/:(created|commented):issue$/.test(told.eventType)) return;
  await noteHint(concerned(told), outside);
  const issue = told.issue?.id;
  if (issue === undefined) return;
  try {
    const held = identity.safeParse(await outside.jira.readProperty(issue, "uptake.item"));
    if (!held.success || held.data.kind !== "plan") return;
    await renewVerdict({ plan: held.data.plan }, adoptionOutside(outside));
  } catch (error) {
    // The work item may be gone by the time its event arrives, which is up to three minutes later.
    if (!(error instanceof Refusal)) throw error;
  }
}

/** The work item itself, the ends of a link, and whatever it was put under or taken from. */
function concerned({ issue, changelog, sourceIssueId, destinationIssueId }: z.output<typeof event>): readonly string[] {
  const parents = (changelog?.items ?? []).filter(({ field }) => field === "IssueParentAssociation");
  const all = [issue?.id, sourceIssueId, destinationIssueId, ...parents.flatMap(({ from, to }) => [from, to])];
  return [...new Set(all.filter((one) => typeof one === "string" && one !== ""))].map(String);
}
