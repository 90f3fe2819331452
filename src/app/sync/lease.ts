import type { Lease, PlanRef, Run } from "./run-ports";

/** Long enough for a person's coffee, short enough that a job that died does not lock the plan for the day. */
const planMs = 60 * 60 * 1000;
/** Renewed several times in this span by whoever works. */
const workerMs = 90 * 1000;

export function leaseName({ space, plan }: PlanRef): string {
  return `plan:${space}:${plan}`;
}

/** One run per plan at a time, from the moment it is asked for until it is over. */
export function planLease(run: Run, now: number): Lease {
  return { name: leaseName(run), holder: run.id, now, until: now + planMs };
}

/** One invocation per run at a time: the queue may deliver an event twice. */
export function workerLease(run: Run, { worker, now }: { worker: string; now: number }): Lease {
  return { name: `run:${run.id}`, holder: worker, now, until: now + workerMs };
}
