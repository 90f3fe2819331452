import { continuousCalendar } from "#domain/calendar/calendar";
import { findCalendar } from "#domain/plan/plan-calendar";
import type { Plan } from "#domain/plan/plan";
import { personAsked } from "#domain/risk/asked";
import { dueRungs } from "#domain/risk/ladder";
import type { DueRung } from "#domain/risk/ladder";
import { laddersOf } from "#domain/risk/scheme";
import { riskState } from "#domain/risk/history";
import type { LoggingOutside } from "../log";
import { liveFrom } from "../plan/live-plan";
import type { CommentLine, FieldValues, JiraItem } from "../ports";
import { escalationProperty } from "./escalation-note";
import type { EscalationNote } from "./escalation-note";
import { openRisks } from "./open-risks";
import type { OpenRisks } from "./open-risks";
import type { RiskPast } from "./pasts";

export const steeringLabel = "steering-agenda";

const leaseMs = 120_000;

/** Asks whoever is next for a decision on each risk that has waited long enough (M51). Each rung is climbed once, by one worker. */
export async function escalateDue(plan: string, outside: LoggingOutside): Promise<number> {
  const risks = await openRisks(plan, outside);
  const now = outside.clock.now();
  const lease = { name: `escalate:${risks.ref.space}:${plan}`, holder: outside.newId() };
  if (!(await outside.runs.hold({ ...lease, now, until: now + leaseMs }))) return 0;
  try {
    return await climb(risks, outside);
  } finally {
    await outside.runs.letGo(lease.name, lease.holder);
  }
}

async function climb(risks: OpenRisks, outside: LoggingOutside): Promise<number> {
  const now = outside.clock.now();
  const calendar = findCalendar(risks.plan) ?? continuousCalendar(risks.plan.zone);
  const due = risks.pasts.flatMap((past) =>
    dueRungs(past.history, laddersOf(risks.plan), { now, calendar }).map((rung) => ({ past, due: rung })),
  );
  const plan = await planToAsk(due, risks, outside);
  for (const [at, one] of due.entries()) {
    if (outside.clock.now() > outside.deadline) return at;
    await climbOne({ ...one, risks, plan }, outside);
  }
  return due.length;
}

/** Who answers for the supplier is known from its steps, which nothing else here needs. */
async function planToAsk(due: readonly { readonly due: DueRung }[], risks: OpenRisks, outside: LoggingOutside) {
  const isForSupplier = due.some(({ due: { rung } }) => rung.who === "supplier");
  return isForSupplier ? (await liveFrom(risks.found, outside)).plan : risks.plan;
}

interface Climbing {
  readonly risks: OpenRisks;
  readonly plan: Plan;
  readonly past: RiskPast;
  readonly due: DueRung;
}

/**
 * The fields first, which may be set twice without harm, then the log, then the one comment that people read: a crash in between
 * leaves a risk that was handed on without a word rather than one that is asked about again and again.
 */
async function climbOne(climbing: Climbing, outside: LoggingOutside): Promise<void> {
  const { past, due, risks } = climbing;
  const { mapping } = risks.found;
  const { account, name } = await whoIsAsked(climbing, outside);
  const values = await valuesFor({ item: past.item, due, account }, outside);
  const at = outside.clock.now();
  const tag = past.record.now.tag;
  const note: EscalationNote = {
    level: due.level,
    tag,
    asked: name,
    since: spell(due.dueAt),
    at: spell(at),
    touched: spell(riskState(past.history, at)?.touchedAt ?? past.item.updatedAt),
  };
  await outside.jiraAsApp.updateItem(past.item.id, { values, properties: { [escalationProperty]: note } }, mapping);
  const body = { risk: past.id, level: due.level, tag, asked: name, acts: due.rung.acts };
  await outside.log.append(risks.ref, "rung", [{ id: due.key, at, body }]);
  const who: CommentLine[number] =
    account === null ? name || "whoever runs this project" : { accountId: account, name };
  await outside.jiraAsApp.comment(past.item.id, [
    [who, `, this ${tag} risk waits for a decision (level ${due.level} of its escalation).`],
    ["Accept it, say how it is treated, close it, or retag it if it belongs to the other side of delivery."],
  ]);
}

async function whoIsAsked({ risks, plan, past, due }: Climbing, { jiraAsApp }: LoggingOutside) {
  const risk = risks.plan.risks.find(({ id }) => id === past.id);
  const words = risk === undefined ? null : personAsked(due.rung.who, plan, risk);
  const account = words === null ? null : await jiraAsApp.findPerson(words, risks.found.mapping.space.key);
  return { account, name: account === null ? (words ?? "") : await jiraAsApp.nameOf(account) };
}

function spell(at: number): string {
  return new Date(at).toISOString();
}

interface Meant {
  readonly item: JiraItem;
  readonly due: DueRung;
  readonly account: string | null;
}

async function valuesFor({ item, due, account }: Meant, outside: LoggingOutside): Promise<FieldValues> {
  const { acts } = due.rung;
  const isHanded = acts.includes("assign") && account !== null;
  const priority = acts.includes("raise-priority") ? await higherThan(item.priority, outside) : null;
  const isForSteering = acts.includes("steering-agenda") && !item.labels.includes(steeringLabel);
  return {
    ...(isHanded ? { assignee: account } : {}),
    ...(priority === null ? {} : { priority }),
    ...(isForSteering ? { labels: [...item.labels, steeringLabel] } : {}),
  };
}

/** The next priority up; null at the top, and where the space has none. */
async function higherThan(priority: string | null, { jiraAsApp }: LoggingOutside): Promise<string | null> {
  if (priority === null) return null;
  const all = await jiraAsApp.priorities();
  return all[all.indexOf(priority) - 1] ?? null;
}
