import type { z } from "zod";
import type { applyRequest, RunView } from "#contract/sync";
import { edgeKey } from "#domain/sync/item";
import type { Operation } from "#domain/sync/operation";
import { operations } from "#domain/sync/operations";
import { Refusal } from "../refusal";
import type { Outside } from "../ports";
import { checkSound } from "./check-sound";
import { planItemId } from "./desired";
import { planLease } from "./lease";
import { planOf, proposalFor } from "./propose";
import type { Proposed } from "./propose";
import type { BaseChange, Run } from "./run-ports";
import { isOver, runView } from "./run-view";
import { mayWrite } from "./may-write";
import { isUnderPlan } from "./plan-level";
import { busyWith } from "./running";

export type ApplyRequest = z.input<typeof applyRequest>;

/** Starts the job that carries a looked-at proposal out. The job itself runs in the queue, as the app. */
export async function applySync(request: ApplyRequest, outside: Outside): Promise<RunView> {
  const proposed = await proposalFor(planOf(request), request, outside);
  if (proposed.proposal.hash !== request.hash) {
    throw new Refusal("stale", {
      message: "The plan or Jira has changed since you looked at this proposal.",
      mend: "Look at the new proposal, then apply it.",
    });
  }
  checkSound(proposed.proposal, request.confirmed ?? null);
  return startRun(proposed, outside);
}

export async function startRun(proposed: Proposed, outside: Outside): Promise<RunView> {
  const { plan, mapping, proposal } = proposed;
  const calls = operations(proposal, ({ kind }) => (isUnderPlan(kind, mapping) ? planItemId : null));
  const ref = { space: mapping.space.id, plan: plan.id };
  const run = newRun(proposed, calls, outside);
  if (calls.length > 0) {
    await mayWrite(outside.jira, { accountId: outside.who.accountId, spaceId: mapping.space.id });
    await refuseIfBusy(run, outside);
  }
  await outside.runs.writeBase(ref, agreements(proposed));
  await outside.runs.start(run, calls);
  if (calls.length > 0) await outside.queue.push(run.id, 0);
  return runView(run, outside);
}

function newRun({ plan, mapping }: Proposed, calls: readonly Operation[], outside: Outside): Run {
  return {
    id: outside.newId(),
    space: mapping.space.id,
    plan: plan.id,
    title: plan.title,
    by: outside.who.accountId,
    undoBy: null,
    startedAt: outside.clock.now(),
    state: calls.length === 0 ? "done" : "queued",
    direction: "apply",
    doing: calls.length === 0 ? "Nothing to do" : "Waiting to start",
    done: 0,
    total: calls.length,
    points: 0,
    until: null,
    cancelled: false,
  };
}

export async function refuseIfBusy(run: Run, outside: Outside): Promise<void> {
  const earlier = (await outside.runs.list(run)).find((one) => !isOver(one));
  const free = earlier === undefined && (await outside.runs.hold(planLease(run, outside.clock.now())));
  if (!free) throw await busyWith(earlier ?? null, outside);
}

/** What comparing alone has settled. It is true whether or not the job's calls succeed, so it is remembered at once. */
function agreements({ proposal, sides }: Proposed): BaseChange {
  const memory = new Map(sides.base.items.map((item) => [item.id, item]));
  const items = proposal.compared.flatMap((one) => {
    const before = memory.get(one.item.id);
    const settled = Object.entries(one.agreed).filter(([field]) => !(field in one.pushes));
    if (before?.issue === one.held.issue && settled.length === 0) return [];
    if (!one.held.ours) return [];
    return [
      {
        id: one.item.id,
        kind: one.item.kind,
        issue: one.held.issue,
        fields: { ...before?.fields, ...Object.fromEntries(settled) },
      },
    ];
  });
  const pending = new Set([...proposal.edges.add, ...proposal.edges.remove].map(edgeKey));
  return { items, edges: proposal.edges.agreed.filter((edge) => !pending.has(edgeKey(edge))), lostItems: [] };
}
