import type { raiseRequest } from "#contract/risks";
import type { RunView } from "#contract/sync";
import { blankRisk } from "#domain/plan/blank";
import { isOn } from "#domain/risk/matrix";
import { matrixOf } from "#domain/risk/scheme";
import type { Plan, Risk } from "#domain/plan/plan";
import type { z } from "zod";
import { findShown } from "../panel/shown";
import { offScale } from "./off-scale";
import { livePlan } from "../plan/live-plan";
import type { Outside } from "../ports";
import { Refusal } from "../refusal";
import { startRun } from "../sync/apply";
import { checkSound } from "../sync/check-sound";
import { proposalFor } from "../sync/propose";

type RaiseRequest = z.output<typeof raiseRequest>;

/**
 * Adds a risk to the plan as it stands and sends it the way every plan goes: one work item, its links, a run that can be undone.
 * Raised from a work item, it threatens that one.
 */
export async function raiseRisk(request: RaiseRequest, outside: Outside): Promise<RunView> {
  const { plan: id, threatens, space } = await placeOf(request, outside);
  const there = { ...outside, space };
  const { plan } = await livePlan(id, there);
  const matrix = matrixOf(plan);
  if (!isOn(matrix, request)) throw offScale(matrix);
  const known = new Set(plan.steps.map((step) => step.id));
  const risk: Risk = {
    ...blankRisk(freeId(plan), request.title),
    tag: request.tag,
    likelihood: request.likelihood,
    impact: request.impact,
    owner: request.owner,
    response: request.response,
    threatens: threatens.filter((step) => known.has(step)),
  };
  const proposed = await proposalFor({ ...plan, risks: [...plan.risks, risk] }, {}, there);
  checkSound(proposed.proposal, null);
  return startRun(proposed, there);
}

interface Place {
  readonly plan: string;
  readonly threatens: readonly string[];
  readonly space: Outside["space"];
}

async function placeOf({ plan, threatens }: RaiseRequest, outside: Outside): Promise<Place> {
  if (plan !== null) return { plan, threatens, space: outside.space };
  const shown = await findShown(outside);
  if (shown === null || shown.identity.kind !== "step") {
    throw new Refusal("not_found", {
      message: "This work item is no step of a plan.",
      mend: "Open a step, or raise the risk on the Risks tab of the space.",
    });
  }
  return { plan: shown.identity.plan, threatens: [shown.identity.item], space: shown.found.mapping.space };
}

/** `risk-4`: short enough to be written by hand in the plan file later. */
function freeId({ risks, steps, rollbacks }: Plan): string {
  const taken = new Set([...risks, ...steps, ...rollbacks].map(({ id }) => id));
  for (let number = risks.length + 1; ; number += 1) if (!taken.has(`risk-${number}`)) return `risk-${number}`;
}
