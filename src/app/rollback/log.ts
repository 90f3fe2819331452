import type { Outside } from "../ports";
import type { PlanRef } from "../sync/run-ports";

/** What happened to the rollbacks of a plan: appended, never changed. An entry written twice under one id is one entry, the first. */
export interface RollbackLog {
  append(ref: PlanRef, kind: LogKind, entries: readonly LogEntry[]): Promise<void>;
  read(ref: PlanRef): Promise<readonly KeptEntry[]>;
}

export type LogKind = "reading" | "run" | "notice" | "task" | "lesson";

export interface LogEntry {
  readonly id: string;
  readonly at: number;
  readonly body: unknown;
}

export interface KeptEntry extends LogEntry {
  readonly kind: string;
}

export interface RollbackOutside extends Outside {
  readonly log: RollbackLog;
  /** Numbers of the people who belong to an audience now: a wave or a department of the people list by that name. */
  readonly audience: (plan: string, name: string) => Promise<readonly string[]>;
}
