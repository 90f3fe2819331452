import type { decideHereRequest } from "#contract/reviews";
import { isOn } from "#domain/risk/matrix";
import { matrixOf } from "#domain/risk/scheme";
import type { Taken } from "#domain/risk/review";
import type { z } from "zod";
import type { LoggingOutside } from "../log";
import { findShown, ownPlan } from "../panel/shown";
import { Refusal } from "../refusal";
import { carryOut } from "./carry-out";
import { escalateDue } from "./escalate";
import { sayDecision } from "./minutes";
import { offScale } from "./off-scale";

/** A decision taken on the risk's own work item, between two reviews: carried out, logged, and said in a comment. */
export async function decideHere(
  { id, decision, note, owner, due }: z.output<typeof decideHereRequest>,
  outside: LoggingOutside,
): Promise<null> {
  const shown = await findShown(outside);
  if (shown === null || shown.identity.kind !== "risk") {
    throw new Refusal("not_found", { message: "This work item is no risk of a plan.", mend: "Open a risk." });
  }
  const { identity, item, found } = shown;
  const matrix = matrixOf(ownPlan(shown));
  if (decision.kind === "rescore" && !isOn(matrix, decision)) throw offScale(matrix);
  const at = outside.clock.now();
  const taken: Taken = {
    id,
    at,
    by: outside.who.accountId,
    review: "",
    kind: "decided",
    risk: identity.item,
    decision,
    note,
    owner,
    due,
    over: null,
  };
  const ref = { space: found.mapping.space.id, plan: identity.plan };
  await carryOut({ taken, item, mapping: found.mapping, ref }, outside);
  const said = `Risk ${sayDecision(taken)}.`;
  await outside.jira.comment(item.id, [[said], ...(note === "" ? [] : [[note]])]);
  if (decision.kind === "escalate") await escalateDue(identity.plan, { ...outside, space: found.mapping.space });
  return null;
}
