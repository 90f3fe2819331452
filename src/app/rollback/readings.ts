import type { ReadingView, TriggerView } from "#contract/rollbacks";
import type { Rollback } from "#domain/plan/plan";
import { conditionOf, conditionText, leavesOf } from "#domain/rollback/condition";
import { sameName } from "#domain/rollback/evaluate";
import { triggerSentence, triggerState } from "#domain/rollback/trigger";
import { shareMeasure, timeMeasure, unitOf } from "#domain/rollback/units";
import { ordered } from "#domain/calendar/ordered";
import type { Reading } from "./read-log";

export interface Readers {
  readonly nameOf: (accountId: string) => string;
  readonly zone: string;
  readonly now: number;
}

export type Leaf = ReturnType<typeof leavesOf>[number];

/** Every limit and fact the triggers of a rollback ask for, each name once. */
export function leaves({ triggers }: Rollback): readonly Leaf[] {
  const once = new Map(
    triggers.flatMap((trigger) => leavesOf(conditionOf(trigger))).map((leaf) => [nameOfLeaf(leaf).toLowerCase(), leaf]),
  );
  return [...once.values()];
}

export function nameOfLeaf(leaf: Leaf): string {
  return leaf.kind === "fact" ? leaf.fact : leaf.reading;
}

export function measureOf(leaf: Leaf): ReadingView["measures"] {
  if (leaf.kind === "fact") return "fact";
  const { measure } = unitOf(leaf.unit);
  return measure === timeMeasure ? "time" : measure === shareMeasure ? "share" : "number";
}

export function triggerViews(rollback: Rollback, all: readonly Reading[], readers: Readers): readonly TriggerView[] {
  const readings = ownReadings(rollback, all);
  return rollback.triggers.map((trigger) => {
    const condition = conditionOf(trigger);
    const state = triggerState(condition, readings, readers.now);
    const named = "by" in state ? { ...state, by: readers.nameOf(state.by) } : state;
    const sentence = triggerSentence(named, condition, readers.zone);
    return {
      text: conditionText(condition),
      state: state.kind,
      sentence,
      missing: state.kind === "unknown" ? state.missing : [],
    };
  });
}

export function readingViews(rollback: Rollback, all: readonly Reading[], readers: Readers): readonly ReadingView[] {
  const readings = ordered(ownReadings(rollback, all)).filter(({ at }) => at <= readers.now);
  return leaves(rollback).map((leaf) => {
    const name = nameOfLeaf(leaf);
    const last = readings.findLast(({ reading }) => sameName(reading, name));
    return {
      name,
      unit: leaf.kind === "fact" ? null : leaf.unit,
      measures: measureOf(leaf),
      last:
        last === undefined
          ? null
          : {
              said: sayReading(last, readers.now),
              at: last.at,
              by: readers.nameOf(last.by),
              isRunning: last.kind === "running" && last.until === null,
            },
    };
  });
}

export function ownReadings(rollback: Rollback, all: readonly Reading[]): readonly Reading[] {
  return all.filter((reading) => reading.rollback === rollback.id);
}

function sayReading(reading: Reading, now: number): string {
  switch (reading.kind) {
    case "value":
      return `${reading.value} ${reading.unit}`.trim();
    case "counts":
      return `${reading.part} of ${reading.whole}`;
    case "fact":
      return reading.holds ? "yes" : "no";
    case "running": {
      const minutes = Math.max(0, Math.floor(((reading.until ?? now) - reading.since) / 60_000));
      const length = `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
      return reading.until === null ? `${length}, and still running` : length;
    }
  }
}
