import type { ProposalView } from "#contract/sync";
import type { Plan } from "#domain/plan/plan";
import { propose } from "#domain/sync/propose";
import type { Choices, Proposal } from "#domain/sync/propose";
import { readPlan } from "#formats/yaml";
import type { SpaceMapping } from "#domain/setup/mapping";
import type { Outside } from "../ports";
import { Refusal } from "../refusal";
import { proposalView } from "./proposal-view";
import { readSides } from "./sides";
import { mappingOf } from "./space-mapping";

export interface ProposeRequest {
  readonly text: string;
  readonly fileName: string;
  readonly choices: Choices;
}

/** What syncing this plan file would do. Changes nothing. */
export async function proposeSync(request: ProposeRequest, outside: Outside): Promise<ProposalView> {
  const { proposal } = await proposalFor(planOf(request), request.choices, outside);
  return proposalView(proposal);
}

export interface Proposed {
  readonly plan: Plan;
  readonly mapping: SpaceMapping;
  readonly proposal: Proposal;
  readonly sides: Awaited<ReturnType<typeof readSides>>;
}

export async function proposalFor(plan: Plan, choices: Choices, outside: Outside): Promise<Proposed> {
  const mapping = await mappingOf(outside.settings, outside.space);
  const sides = await readSides(plan, mapping, outside);
  return { plan, mapping, sides, proposal: propose(sides, choices) };
}

export function planOf({ text, fileName }: Pick<ProposeRequest, "text" | "fileName">): Plan {
  const read = readPlan(text, fileName);
  if (read.kind === "read") return unique(read.plan);
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
