import type { z } from "zod";
import type { ProposalView, proposeRequest } from "#contract/sync";
import type { Plan } from "#domain/plan/plan";
import { propose } from "#domain/sync/propose";
import type { Proposal } from "#domain/sync/propose";
import { asked } from "#domain/sync/settling";
import type { Settling } from "#domain/sync/settling";
import { readPlan } from "#formats/yaml";
import type { SpaceMapping } from "#domain/setup/mapping";
import type { Outside } from "../ports";
import { Refusal } from "../refusal";
import { allowanceLeft } from "./allowance";
import { blockedBy } from "./blocked";
import { movedAt } from "./moved-at";
import { offersFor } from "./offers";
import { proposalView } from "./proposal-view";
import type { Beside } from "./proposal-view";
import { requiredMissing } from "./required-missing";
import { runningOn } from "./running";
import { readSides } from "./sides";
import { mappingOf } from "./space-mapping";
import { withKeys } from "./with-keys";

/** Only the file and its name must be there; whatever else is not said is asked about. */
export type ProposeRequest = z.input<typeof proposeRequest>;

/** What syncing this plan file would do. Changes nothing. */
export async function proposeSync(request: ProposeRequest, outside: Outside): Promise<ProposalView> {
  const proposed = await proposalFor(planOf(request), request, outside);
  return proposalView(proposed.proposal, await beside(proposed, outside));
}

/** What a person should know beside the proposal itself. */
export async function beside(proposed: Proposed, outside: Outside): Promise<Beside> {
  const { plan, mapping } = proposed;
  const [offers, running, blocked, allowance] = await Promise.all([
    offersFor(proposed, outside),
    runningOn({ space: mapping.space.id, plan: plan.id }, outside),
    blockedBy(proposed, outside),
    allowanceLeft(outside),
  ]);
  return { offers, running, blocked, allowance };
}

/** For a caller who goes on to apply at once and is refused then, if at all. */
export async function alone(outside: Outside): Promise<Beside> {
  return { offers: [], running: null, blocked: [], allowance: await allowanceLeft(outside) };
}

export interface Proposed {
  readonly plan: Plan;
  readonly mapping: SpaceMapping;
  readonly proposal: Proposal;
  readonly sides: Awaited<ReturnType<typeof readSides>>;
}

export interface Wanted extends Pick<ProposeRequest, "choices" | "rule" | "adopt" | "orphans" | "editedAt"> {
  readonly orphanRule?: Settling["orphanRule"] | null;
}

export async function proposalFor(file: Plan, wanted: Wanted, outside: Outside): Promise<Proposed> {
  const mapping = await mappingOf(outside.settings, outside.space);
  const plan = withKeys(unique(file), wanted.adopt ?? {});
  const read = await readSides(plan, mapping, outside);
  const first = propose(read, settlingOf(wanted));
  const missing = await requiredMissing(first, mapping, outside.jira);
  const refusals = [...read.desired.refusals, ...missing];
  const sides = missing.length === 0 ? read : { ...read, desired: { ...read.desired, refusals } };
  const settling = { ...settlingOf(wanted), movedAt: await movedAt(first, { wanted, mapping }, outside) };
  const settled = settling.movedAt.size > 0 || missing.length > 0 ? propose(sides, settling) : first;
  return { plan, mapping, sides, proposal: settled };
}

function settlingOf({ choices, rule, orphans, orphanRule, editedAt }: Wanted): Settling {
  const given = { choices: choices ?? {}, rule: rule ?? null, orphans: orphans ?? {}, editedAt: editedAt ?? null };
  return { ...asked, ...given, orphanRule: orphanRule ?? "keep" };
}

export function planOf({ text, fileName }: Pick<ProposeRequest, "text" | "fileName">): Plan {
  const read = readPlan(text, fileName);
  if (read.kind === "read") return read.plan;
  const [first] = read.findings;
  const more = read.findings.length > 1 ? ` ${read.findings.length - 1} more places need attention.` : "";
  const line = first === undefined || first.line === null ? "" : `Line ${first.line}: `;
  throw new Refusal("plan_unreadable", {
    message: `${line}${first?.message ?? "The plan cannot be read."}${more}`,
    mend: first?.mend ?? "Check the file.",
  });
}

/** Two items under one id would be one work item that changes its mind at every sync. */
function unique(plan: Plan): Plan {
  const ids = [...plan.steps, ...plan.risks, ...plan.rollbacks].map((item) => item.id);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice === undefined) return plan;
  throw new Refusal("plan_unsound", {
    message: `The id “${twice}” stands for two items of the plan.`,
    mend: "Give each step, risk and rollback an id of its own.",
  });
}
