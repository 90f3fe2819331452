import { continuousCalendar } from "#domain/calendar/calendar";
import { findCalendar } from "#domain/plan/plan-calendar";
import { personAsked } from "#domain/risk/asked";
import { dueRungs } from "#domain/risk/ladder";
import type { DueRung } from "#domain/risk/ladder";
import { laddersOf } from "#domain/risk/scheme";
import type { LoggingOutside } from "../log";
import type { CommentLine, FieldValues, JiraItem } from "../ports";
import { openRisks } from "./open-risks";
import type { OpenRisks } from "./open-risks";
import type { RiskPast } from "./pasts";

/** Where JQL and automations find what the app has asked for. */
const escalationProperty = "uptake.escalation";
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
  let climbed = 0;
  for (const past of risks.pasts) {
    for (const due of dueRungs(past.history, laddersOf(risks.plan), { now, calendar })) {
      if (outside.clock.now() > outside.deadline) return climbed;
      await climbOne({ risks, past, due }, outside);
      climbed += 1;
    }
  }
  return climbed;
}

interface Climbing {
  readonly risks: OpenRisks;
  readonly past: RiskPast;
  readonly due: DueRung;
}

/**
 * The fields first, which may be set twice without harm, then the log, then the one comment that people read: a crash in between
 * leaves a risk that was handed on without a word rather than one that is asked about again and again.
 */
async function climbOne({ risks, past, due }: Climbing, outside: LoggingOutside): Promise<void> {
  const { item } = past;
  const risk = risks.plan.risks.find(({ id }) => id === past.id);
  const asked = risk === undefined ? null : personAsked(due.rung.who, risks.plan, risk);
  const account = asked === null ? null : await outside.jiraAsApp.findPerson(asked, risks.found.mapping.space.key);
  const values = await valuesFor({ item, due, account }, outside);
  const property = {
    level: due.level,
    tag: past.record.now.tag,
    asked: asked ?? "",
    since: new Date(due.dueAt).toISOString(),
  };
  await outside.jiraAsApp.updateItem(
    item.id,
    { values, properties: { [escalationProperty]: property } },
    risks.found.mapping,
  );
  const body = { risk: past.id, level: due.level, tag: property.tag, asked: property.asked, acts: due.rung.acts };
  await outside.log.append(risks.ref, "rung", [{ id: due.key, at: outside.clock.now(), body }]);
  const who: CommentLine[number] =
    account === null ? (asked ?? "whoever runs this project") : { accountId: account, name: asked ?? "" };
  await outside.jiraAsApp.comment(item.id, [
    [who, `, this ${property.tag} risk waits for a decision (level ${due.level} of its escalation).`],
    ["Accept it, say how it is treated, close it, or retag it if it belongs to the other side of delivery."],
  ]);
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
