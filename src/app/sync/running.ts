import type { RunningView } from "#contract/sync";
import { Refusal } from "../refusal";
import type { Outside } from "../ports";
import { mayDo } from "./may-write";
import type { PlanRef, Run } from "./run-ports";
import { isOver } from "./run-view";

/** Who syncs this plan at this moment; null when nobody does. */
export async function running({ plan }: { readonly plan: string }, outside: Outside): Promise<RunningView | null> {
  if (outside.space === null) return null;
  const { id: spaceId } = outside.space;
  await mayDo(outside.jira, { accountId: outside.who.accountId, spaceId }, ["BROWSE_PROJECTS"]);
  return runningOn({ space: spaceId, plan }, outside);
}

export async function runningOn(ref: PlanRef, outside: Outside): Promise<RunningView | null> {
  const run = (await outside.runs.list(ref)).find((one) => !isOver(one));
  if (run === undefined) return null;
  const { id, startedAt, doing, done, total } = run;
  return { run: id, by: await outside.jira.nameOf(run.by), startedAt, doing, done, total };
}

/** Told to the second person who starts a sync of a plan. */
export async function busyWith(run: Run | null, outside: Outside): Promise<Refusal> {
  const who = run === null ? "Somebody" : await outside.jira.nameOf(run.by);
  const far = run === null || run.total === 0 ? "" : ` (${run.done} of ${run.total} calls done)`;
  return new Refusal("busy", {
    message: `${who} is syncing this plan at this moment${far}.`,
    mend: "Wait until that run is done, then look at the proposal again; or cancel it under Runs.",
  });
}
