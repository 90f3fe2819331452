import { readerName } from "./reader-name";
import type { Plan } from "#domain/plan/plan";
import { conditionOf } from "#domain/rollback/condition";
import type { Condition } from "#domain/rollback/condition";
import { compareRun } from "#domain/rollback/compare-run";
import type { Run } from "#domain/rollback/run";
import { triggerSentence, triggerState } from "#domain/rollback/trigger";
import type { TriggerState } from "#domain/rollback/trigger";
import type { JiraItem } from "../ports";
import type { RollbackOutside } from "./rollback-ports";
import type { OneRollback } from "./open-rollbacks";
import { ownReadings } from "./readings";

/** Where JQL and automations find what this app decided about a rollback. */
export const triggerProperty = "uptake.trigger";
export const runProperty = "uptake.run";

/** `met` as soon as one trigger is. Written when it changes, so that an automation fires once. */
export async function keepTriggers(
  { rollback, item, log, plan }: OneRollback,
  outside: RollbackOutside,
): Promise<void> {
  const readings = ownReadings(rollback, log.readings);
  const now = outside.clock.now();
  const met = rollback.triggers
    .map(conditionOf)
    .map((condition) => ({ condition, state: triggerState(condition, readings, now) }))
    .find((one): one is Met["met"] => one.state.kind === "met");
  const value = { state: met === undefined ? "not-met" : "met", since: met === undefined ? null : spell(met.state.at) };
  const before = await outside.jiraAsApp.readProperty(item.id, triggerProperty);
  if (JSON.stringify(before) === JSON.stringify(value)) return;
  await outside.jiraAsApp.writeProperty(item.id, triggerProperty, value);
  if (met !== undefined) await tellMet({ item, plan, met }, outside);
}

interface Met {
  readonly item: JiraItem;
  readonly plan: Plan;
  readonly met: { readonly condition: Condition; readonly state: Extract<TriggerState, { kind: "met" }> };
}

/** “Met at 14:32 by Ann: downtime > 4 h.”, to whoever answers for the rollback. */
async function tellMet({ item, plan, met }: Met, { jiraAsApp }: RollbackOutside): Promise<void> {
  const by = await readerName(met.state.by, jiraAsApp);
  const sentence = triggerSentence({ ...met.state, by }, met.condition, plan.zone);
  const { assignee } = item;
  await jiraAsApp.comment(item.id, [[...(assignee === null ? [] : [assignee, ": "]), sentence]]);
}

/** The after-action record in short: how long it took, how long it should have, and what was learnt. */
export async function keepRun({ item, log }: OneRollback, run: Run, outside: RollbackOutside): Promise<void> {
  const { end, plannedEnd, lateMinutes } = compareRun(run, outside.clock.now());
  const lessons = log.lessons.filter((lesson) => lesson.run === run.run).map(({ text }) => text);
  await outside.jiraAsApp.writeProperty(item.id, runProperty, {
    run: run.run,
    purpose: run.purpose,
    status: run.status.kind,
    startedAt: spell(run.startedAt),
    endedAt: end === null ? null : spell(end),
    plannedEnd: plannedEnd === null ? null : spell(plannedEnd),
    lateMinutes,
    lessons: lessons.slice(-20),
  });
}

function spell(at: number): string {
  return new Date(at).toISOString();
}
