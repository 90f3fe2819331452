import type { VerdictView } from "./adoption";

export interface GatesView {
  readonly plan: { readonly id: string; readonly title: string; readonly key: string | null };
  readonly gates: readonly GateView[];
  /** Whether the work item's read-only verdict field says the same as the lines below. */
  readonly written: { readonly at: string; readonly verdict: VerdictView } | null;
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
}
