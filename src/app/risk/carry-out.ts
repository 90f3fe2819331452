import type { ReviewDecision, Taken } from "#domain/risk/review";
import type { Decision } from "#domain/risk/history";
import type { SpaceMapping } from "#domain/setup/mapping";
import type { LoggingOutside } from "../log";
import type { FieldValues, JiraItem } from "../ports";
import { Refusal } from "../refusal";
import type { PlanRef } from "../sync/run-ports";
import { detailProperty } from "../sync/details";
import { optionOfTag } from "../sync/native";
import { detailsOf, residualOf } from "./risk-words";

export interface Decided {
  readonly taken: Taken;
  readonly item: JiraItem;
  readonly mapping: SpaceMapping;
  readonly ref: PlanRef;
}

/** What a decision does to the work item, as the person who took it: Jira's own permissions and workflow apply. */
export async function carryOut({ taken, item, mapping, ref }: Decided, outside: LoggingOutside): Promise<void> {
  const { jira } = outside;
  if (taken.decision.kind === "close") await close(item, mapping, outside);
  const change = changeFor(taken.decision, item, mapping);
  const values = { ...change.values, ...(await pledged({ taken, mapping }, outside)) };
  const isChange = Object.keys(values).length + Object.keys(change.properties).length > 0;
  if (isChange) await jira.updateItem(item.id, { ...change, values }, mapping);
  const said = settles[taken.decision.kind] ?? null;
  if (said === null) return;
  const body = { risk: taken.risk, by: outside.who.accountId, decision: said };
  await outside.log.append(ref, "risk", [{ id: taken.id, at: taken.at, body }]);
}

/** Handing a risk to somebody else settles it as treating it does; looking at it and leaving it settles nothing. */
const settles: Partial<Record<ReviewDecision["kind"], Decision>> = {
  accept: "accept",
  treat: "treat",
  transfer: "treat",
  escalate: "escalate",
  close: "close",
};

async function close(item: JiraItem, { space, types }: SpaceMapping, { jira }: LoggingOutside): Promise<void> {
  if (item.status.category === "done") return;
  const done = (await jira.statuses(space.id, types.risk.id)).filter(({ category }) => category === "done");
  for (const { id } of done) if ((await jira.moveTo(item.id, id)) === "moved") return;
  throw new Refusal("jira_refused", {
    message: `The workflow of ${item.key} gives you no way from “${item.status.name}” to a status that is done.`,
    mend: "Accept the risk instead, or ask the space's administrator for the transition.",
  });
}

interface RiskEdit {
  readonly values: FieldValues;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Each value has one home: the space's own field, or the work item's property where the space has none. */
function changeFor(decision: ReviewDecision, item: JiraItem, { fields }: SpaceMapping): RiskEdit {
  const kept = (parts: object) => ({ [detailProperty("risk")]: { version: 1, ...detailsOf(item), ...parts } });
  if (decision.kind === "retag") {
    if (fields.phase !== null) return { values: { phase: optionOfTag(decision.tag) }, properties: {} };
    return { values: {}, properties: kept({ tag: decision.tag }) };
  }
  if (decision.kind !== "rescore") return { values: {}, properties: {} };
  const { likelihood, impact } = decision;
  // Once somebody has said what is left over, that is what changes from week to week.
  if (residualOf(item) !== null) {
    return { values: { exposure: likelihood * impact }, properties: kept({ residual: { likelihood, impact } }) };
  }
  const values = { likelihood, impact, exposure: likelihood * impact };
  const isNative = fields.likelihood !== null && fields.impact !== null;
  return isNative ? { values, properties: {} } : { values, properties: kept({ likelihood, impact }) };
}

/** Who sees to it and by when; a name that Jira does not know is refused rather than dropped. */
async function pledged(
  { taken, mapping }: Pick<Decided, "taken" | "mapping">,
  { jira }: LoggingOutside,
): Promise<FieldValues> {
  const due = taken.due === null ? {} : { due: taken.due };
  if (taken.owner === null) return due;
  const assignee = await jira.findPerson(taken.owner, mapping.space.key);
  if (assignee !== null) return { ...due, assignee };
  throw new Refusal("not_found", {
    message: `Jira knows nobody, or more than one person, as “${taken.owner}”.`,
    mend: "Give the e-mail address or the full name as Jira shows it.",
  });
}
