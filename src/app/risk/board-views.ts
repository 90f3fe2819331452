import type { saveViewsRequest, SavedView } from "#contract/risks";
import { savedViews } from "#contract/risks";
import type { z } from "zod";
import { openHead } from "../plan/find-plan";
import type { Outside } from "../ports";
import { mayDo } from "../sync/may-write";

/** Ways of looking at the board that a team has given a name: shared, so that the weekly meeting opens the same one. */
export async function readViews(ref: { readonly space: string; readonly plan: string }, outside: Outside) {
  const read = savedViews.safeParse(await outside.settings.read(keyOf(ref)));
  return read.success ? read.data : [];
}

export async function saveRiskViews(
  { plan, views }: z.output<typeof saveViewsRequest>,
  outside: Outside,
): Promise<readonly SavedView[]> {
  const { mapping, id } = await openHead(plan, outside);
  const { who, jira, settings } = outside;
  await mayDo(jira, { accountId: who.accountId, spaceId: mapping.space.id }, ["EDIT_ISSUES"]);
  await settings.write(keyOf({ space: mapping.space.id, plan: id }), views);
  return views;
}

function keyOf({ space, plan }: { readonly space: string; readonly plan: string }): string {
  return `risk-views:${space}:${plan}`;
}
