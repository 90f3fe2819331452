import { conditionOf } from "#domain/rollback/condition";
import { compareRun } from "#domain/rollback/compare-run";
import type { Run } from "#domain/rollback/run";
import { triggerState } from "#domain/rollback/trigger";
import type { RollbackOutside } from "./rollback-ports";
import type { OneRollback } from "./open-rollbacks";
import { ownReadings } from "./readings";

/** Where JQL and automations find what this app decided about a rollback. */
export const triggerProperty = "uptake.trigger";
export const runProperty = "uptake.run";

/** `met` as soon as one trigger is. Written when it changes, so that an automation fires once. */
export async function keepTriggers({ rollback, item, log }: OneRollback, outside: RollbackOutside): Promise<void> {
  const readings = ownReadings(rollback, log.readings);
  const now = outside.clock.now();
  const states = rollback.triggers.map((trigger) => triggerState(conditionOf(trigger), readings, now));
  const met = states.find((state) => state.kind === "met");
  const value = { state: met === undefined ? "not-met" : "met", since: met === undefined ? null : spell(met.at) };
  const before = await outside.jiraAsApp.readProperty(item.id, triggerProperty);
  if (JSON.stringify(before) === JSON.stringify(value)) return;
  await outside.jiraAsApp.writeProperty(item.id, triggerProperty, value);
  if (met !== undefined) await outside.jiraAsApp.comment(item.id, [["A trigger of this rollback is met."]]);
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
