import type { SpaceMapping } from "#domain/setup/mapping";
import type { BaseItem } from "#domain/sync/item";
import type { Outside } from "../ports";
import { spend } from "./allowance";
import { planLease, workerLease } from "./lease";
import type { BaseChange, Journaled, Run } from "./run-ports";

/** What one invocation of a sync job knows while it works. */
export interface Job {
  readonly outside: Outside;
  readonly mapping: SpaceMapping;
  readonly worker: string;
  run: Run;
  /** Issue ids by item: those met before and those this job has made. */
  readonly issues: Map<string, string>;
  /** The merge base by item, kept up as answers come in. */
  readonly memory: Map<string, BaseItem>;
  readonly journal: readonly Journaled[];
  /** What earlier invocations of this run have spent. */
  readonly pointsBefore: number;
  stop: Stop | null;
  /** Whether the space gives new work items an assignee by itself; not known before the first is made. */
  spaceAssigns: "never" | "perhaps";
}

/** Why a job pauses: a person cancelled it, or its time in this invocation is over. */
export type Stop = "cancelled" | "time";

export async function openJob(
  run: Run,
  worker: string,
  given: { outside: Outside; mapping: SpaceMapping },
): Promise<Job> {
  const { runs } = given.outside;
  const [base, journal] = await Promise.all([runs.readBase(run), runs.journal(run.id)]);
  const made = journal.flatMap((entry) => entry.made.map((one) => [one.item, one.id] as const));
  // What this very run takes on is not in the memory yet, and its links need it.
  const named = journal.flatMap(({ operation }) =>
    operation.kind === "update" ? [[operation.item, operation.issue] as const] : [],
  );
  return {
    ...given,
    worker,
    run,
    issues: new Map([...base.items.map((item) => [item.id, item.issue] as const), ...named, ...made]),
    memory: new Map(base.items.map((item) => [item.id, item])),
    journal,
    pointsBefore: run.points - given.outside.jiraAsApp.spent().points,
    stop: null,
    spaceAssigns: "perhaps",
  };
}

/** Tells the world how far the job is, keeps its leases, and looks whether it should stop. */
export async function report(job: Job, change: Partial<Run>): Promise<void> {
  const { runs, clock, jiraAsApp } = job.outside;
  job.run = { ...job.run, ...change, points: job.pointsBefore + jiraAsApp.spent().points };
  await runs.save(job.run);
  await job.outside.announce(job.run.id);
  await spend(`${job.run.id}/${job.worker}`, jiraAsApp.spent().points, job.outside);
  const now = clock.now();
  await Promise.all([runs.hold(planLease(job.run, now)), runs.hold(workerLease(job.run, { worker: job.worker, now }))]);
  const stored = await runs.find(job.run.id);
  if (stored?.cancelled === true && job.run.direction === "apply") job.stop = "cancelled";
  else if (now >= job.outside.deadline) job.stop = "time";
}

export async function remember(job: Job, change: Partial<BaseChange>): Promise<void> {
  for (const item of change.items ?? []) job.memory.set(item.id, item);
  await job.outside.runs.writeBase(job.run, { items: [], edges: [], lostItems: [], ...change });
}
