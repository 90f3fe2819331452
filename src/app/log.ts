import type { PlanRef } from "./sync/run-ports";
import type { Outside } from "./ports";

/** What happened in a plan beside its work items: appended, and changed only by taking a closed account out. Of one id the first entry stays. */
export interface PlanLog {
  append(ref: PlanRef, kind: LogKind, entries: readonly LogEntry[]): Promise<void>;
  read(ref: PlanRef, kinds: readonly LogKind[]): Promise<readonly KeptEntry[]>;
}

/** Of rollbacks: readings, runs, notices with the tasks made for them, lessons. Of risks: decisions, rungs, reviews. Exceptions. Votes on gates. Comments on slides. */
export const logKinds = [
  "reading",
  "run",
  "notice",
  "task",
  "lesson",
  "risk",
  "rung",
  "review",
  "exception",
  "gate",
  "comment",
] as const;

export type LogKind = (typeof logKinds)[number];

export interface LogEntry {
  readonly id: string;
  readonly at: number;
  readonly body: unknown;
}

export interface KeptEntry extends LogEntry {
  readonly kind: string;
}

export interface LoggingOutside extends Outside {
  readonly log: PlanLog;
}
