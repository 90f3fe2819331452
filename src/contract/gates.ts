import { z } from "zod";
import type { VerdictView } from "./adoption";

export const tickRequest = z.object({ plan: z.string(), item: z.string().max(200), done: z.boolean() });

export interface GatesView {
  readonly plan: { readonly id: string; readonly title: string; readonly key: string | null };
  readonly gates: readonly GateView[];
  /** What stands in the work item's read-only field, which the workflow rule reads; null before the first verdict. */
  readonly written: string | null;
}

export interface GateView {
  readonly gate: "delivery" | "implementation";
  readonly title: string;
  readonly verdict: VerdictView;
  readonly lines: readonly GateLine[];
}

export interface GateLine {
  readonly text: string;
  readonly met: boolean;
  /** Who can mend it, and how. */
  readonly mend: string | null;
  /** An item of the checklist, which a person ticks; null for what is worked out. */
  readonly item: string | null;
}
