import { z } from "zod";
import type { ItemKind } from "./sync";

/** Where Jira has moved since plan and Jira last agreed. */
export interface DriftView {
  /** Null before the first look. */
  readonly checkedAt: number | null;
  /** Since when the oldest difference stands. */
  readonly since: number | null;
  readonly rows: readonly DriftRow[];
  /** Work items somebody linked or put under the plan that the plan does not know. */
  readonly newcomers: readonly Newcomer[];
}

export interface DriftRow {
  readonly item: string;
  readonly kind: ItemKind;
  readonly key: string | null;
  readonly title: string;
  readonly what: "field" | "link" | "deleted" | "moved" | "retyped";
  /** Of a field: its name; of a link: what it says. */
  readonly field: string;
  readonly was: string | null;
  readonly now: string | null;
  readonly since: number;
  /** Account id, where Jira says who. */
  readonly by: string | null;
}

export interface Newcomer {
  readonly key: string;
  readonly title: string;
  readonly kind: ItemKind;
  /** The item of the plan it hangs on. */
  readonly beside: string;
}

export const historyRequest = z.object({
  plan: z.string(),
  /** Only what happened before this instant: the next page. */
  before: z.number().nullable().default(null),
});

export interface HistoryView {
  readonly entries: readonly HistoryEntry[];
  /** Where the next page starts; null at the end. */
  readonly next: number | null;
}

export interface HistoryEntry {
  readonly at: number;
  /** Account id; null where nobody is known. */
  readonly by: string | null;
  /** `plan`: written by a sync of the file. `undo`: taken back. `jira`: edited in Jira. */
  readonly side: "plan" | "undo" | "jira";
  readonly item: string;
  readonly title: string;
  readonly key: string | null;
  readonly field: string;
  readonly was: string | null;
  readonly now: string | null;
  readonly run: string | null;
}
