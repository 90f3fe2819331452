import type { LoggingOutside } from "../log";
import { planPart } from "../plan/plan-part";
import type { PlanPart } from "../plan/plan-part";
import type { JiraItem } from "../ports";
import { Refusal } from "../refusal";
import { mayDo } from "../sync/may-write";
import { pastsOf } from "./pasts";
import type { RiskPast } from "./pasts";
import { readRiskLog } from "./read-log";
import type { RiskLog } from "./read-log";

export interface RiskLogOf extends PlanPart {
  readonly log: RiskLog;
}

export interface OpenRisks extends RiskLogOf {
  readonly pasts: readonly RiskPast[];
}

/** The risks of a plan with all that happened to them, as far as Jira shows them to whoever asks. */
export async function openRisks(id: string, outside: LoggingOutside): Promise<OpenRisks> {
  const part = await openRiskLog(id, outside);
  return { ...part, pasts: await pastsOf(part, part.log, outside) };
}

/** The same without what Jira's changelogs tell. */
export async function openRiskLog(id: string, outside: LoggingOutside): Promise<RiskLogOf> {
  const part = await planPart(id, "risk", outside);
  return { ...part, log: await seenLog(part, outside) };
}

/** Whoever may edit work items of the space may hold its review. */
export async function openRisksToWrite(id: string, outside: LoggingOutside): Promise<OpenRisks> {
  const risks = await openRisks(id, outside);
  await mayDo(outside.jira, { accountId: outside.who.accountId, spaceId: risks.ref.space }, ["EDIT_ISSUES"]);
  return risks;
}

export async function rereadRisks<T extends OpenRisks>(risks: T, { log }: LoggingOutside): Promise<T> {
  return { ...risks, log: await seenLog(risks, { log }) };
}

/** What was decided on a risk that Jira does not show somebody is not told to them either, not even as a number. */
async function seenLog({ ref, items }: PlanPart, { log }: Pick<LoggingOutside, "log">): Promise<RiskLog> {
  const all = await readRiskLog(log, ref);
  const reviews = all.reviews.filter((event) => event.kind !== "decided" || items.has(event.risk));
  return { ...all, reviews, rungs: all.rungs.filter(({ risk }) => items.has(risk)) };
}

export function riskIn({ items }: PlanPart, risk: string): JiraItem {
  const item = items.get(risk);
  if (item !== undefined) return item;
  throw new Refusal("not_found", {
    message: `Jira shows you no risk “${risk}” of this plan.`,
    mend: "Load the page again; it may have been deleted or moved.",
  });
}
