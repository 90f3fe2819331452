import { proposalFor } from "#app/sync/propose";
import type { Proposed } from "#app/sync/propose";
import { proposalView } from "#app/sync/proposal-view";
import type { Outside } from "#app/ports";
import type { Plan } from "#domain/plan/plan";
import { propose } from "#domain/sync/propose";
import type { Answer, Asked } from "./command";
import { Misuse, only, required, textOf } from "./command";
import { connect, inSpace } from "./connect";
import { openKept } from "./kept-file";
import { planFrom } from "./plan-source";
import { syncAnswer } from "./sync-answer";

/** `diff FILE`: what bringing plan and Jira together would do. Changes nothing in Jira. */
export async function diffFile(asked: Asked): Promise<Answer> {
  const { plan, outside } = await openSync(asked);
  const { proposal } = await proposeKeeping(plan, asked, outside);
  return syncAnswer(proposalView(proposal), { run: null, spent: outside.jira.spent() });
}

export interface OpenSync {
  readonly path: string;
  readonly plan: Plan;
  readonly outside: Outside;
}

export async function openSync({ words, values }: Asked): Promise<OpenSync> {
  const path = only(words);
  const { plan } = await planFrom(path);
  const [site, space] = [required(values, "site"), required(values, "space")];
  const file = await openKept(path, plan.id, `${site.replace(/\/+$/, "")} ${space}`);
  return { path, plan, outside: await inSpace(await connect(values, file), space) };
}

/** The proposal, every conflict settled for the side that `--keep` names. */
export async function proposeKeeping(plan: Plan, { values }: Asked, outside: Outside): Promise<Proposed> {
  const keep = textOf(values, "keep");
  const proposed = await proposalFor(plan, {}, outside);
  if (keep === null) return proposed;
  if (keep !== "file" && keep !== "jira") throw new Misuse("--keep is file or jira.");
  const conflicts = [
    ...proposed.proposal.gone.map((item) => `${item.id}/item`),
    ...proposed.proposal.compared.flatMap(({ item, steps }) =>
      steps.filter(({ step }) => step.kind === "conflict").map(({ field }) => `${item.id}/${field}`),
    ),
  ];
  const choices = Object.fromEntries(conflicts.map((conflict) => [conflict, keep] as const));
  return { ...proposed, proposal: propose(proposed.sides, choices) };
}
