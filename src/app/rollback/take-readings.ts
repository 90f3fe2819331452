import type { QueuedReadings, TriggerReading } from "#contract/usage-event";
import type { Rollback } from "#domain/plan/plan";
import { sameName } from "#domain/rollback/evaluate";
import { unitOf } from "#domain/rollback/units";
import type { LogEntry } from "../log";
import { keepTriggers } from "./keep-record";
import { openRollbacks, reread } from "./open-rollbacks";
import { leaves, nameOfLeaf } from "./readings";
import type { Leaf } from "./readings";
import { asSystem } from "./reader-name";
import type { RollbackOutside } from "./rollback-ports";
import { watch } from "./watch-triggers";

/**
 * What a system has read off, for every rollback whose triggers ask for it in a unit that compares. A reading nobody asks for is dropped:
 * monitoring reports far more than a plan wants to know. An entry is kept under the system's own id, so that a second delivery is none.
 */
export async function takeReadings(
  { plan, source, readings }: QueuedReadings,
  outside: RollbackOutside,
): Promise<void> {
  const open = await openRollbacks(plan, outside);
  for (const rollback of open.plan.rollbacks) {
    const entries = readings.flatMap((reading) => entryOf(reading, rollback, source));
    const item = open.items.get(rollback.id);
    if (entries.length === 0 || item === undefined) continue;
    await outside.log.append(open.ref, "reading", entries);
    await watch(plan, outside);
    await keepTriggers(await reread({ ...open, rollback, item }, outside), outside);
  }
}

function entryOf(reading: TriggerReading, rollback: Rollback, source: string): readonly LogEntry[] {
  if (reading.rollback !== null && reading.rollback !== rollback.id) return [];
  const leaf = leaves(rollback).find((one) => sameName(nameOfLeaf(one), reading.reading));
  const content = leaf === undefined ? null : contentFor(leaf, reading);
  if (leaf === undefined || content === null) return [];
  const body = { ...content, rollback: rollback.id, reading: nameOfLeaf(leaf), by: asSystem(source) };
  return [{ id: `${source}/${rollback.id}/${reading.id}`, at: Date.parse(reading.at), body }];
}

function contentFor(leaf: Leaf, { value, unit }: TriggerReading): object | null {
  if (leaf.kind === "fact") return typeof value === "boolean" ? { kind: "fact", holds: value } : null;
  if (typeof value === "boolean" || unitOf(unit).measure !== unitOf(leaf.unit).measure) return null;
  return { kind: "value", value, unit };
}
