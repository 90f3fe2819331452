import type { Comparison } from "./plan";

export interface Rollback {
  readonly id: string;
  readonly title: string;
  readonly owner: string | null;
  readonly covers: readonly string[];
  readonly triggers: readonly Trigger[];
  readonly runbook: readonly RunbookStep[];
  readonly communication: readonly Notice[];
  /** What runs of it have taught, also in the plan this one was begun from. */
  readonly lessons: readonly string[];
  readonly key: string | null;
}

/** A limit on something that is read off, or several conditions together; a bare word is a fact that holds or does not. */
export type Trigger = TriggerReading | { readonly kind: "all" | "any"; readonly of: readonly (string | Trigger)[] };

export interface TriggerReading {
  readonly kind: "reading";
  readonly reading: string;
  readonly op: Comparison;
  readonly value: number;
  readonly unit: string;
  /** `30m`: a reading as old as this says nothing any more; null: the last one holds until the next. */
  readonly window: string | null;
}

export interface RunbookStep {
  readonly id: string;
  readonly title: string;
  readonly owner: string | null;
  readonly duration: string | null;
  readonly after: readonly string[];
}

export interface Notice {
  readonly audience: string;
  readonly channel: string;
  readonly text: string;
  readonly owner: string | null;
}
