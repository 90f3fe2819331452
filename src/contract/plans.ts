import type { VerdictView } from "./adoption";

export interface PlanSummary {
  readonly id: string;
  readonly title: string;
  /** Of the plan's own work item. */
  readonly key: string | null;
  readonly zone: string;
  readonly steps: number;
  readonly risks: number;
  readonly rollbacks: number;
  readonly waves: readonly { readonly id: string; readonly title: string }[];
}

export interface OverviewView {
  readonly plan: PlanSummary;
  readonly delivered: {
    readonly done: number;
    readonly total: number;
    /** On the steps that are to be done by the delivery day. */
    readonly verdict: VerdictView;
    readonly sentence: string;
    /** How far the work has slipped, e.g. "baseline +2 d". */
    readonly baseline: string;
  };
  readonly implemented: { readonly verdict: VerdictView; readonly lines: readonly string[] };
  readonly next: readonly NextAction[];
  readonly milestones: readonly { readonly name: string; readonly day: string }[];
  readonly symptoms: readonly { readonly name: string; readonly sentence: string }[];
  readonly today: string;
}

export interface NextAction {
  readonly text: string;
  /** A tab of the space page, or a work item key. */
  readonly target: { readonly kind: "tab"; readonly tab: string } | { readonly kind: "item"; readonly key: string };
}

/** The plan as Jira holds it now: a row a step with its computed dates. */
export interface PlanTableView {
  readonly plan: PlanSummary;
  readonly zone: string;
  /** In the plan's zone. */
  readonly today: string;
  /** Delivery, go-live of the plan and of each wave, and whatever else steps are counted from, by day. */
  readonly anchors: readonly { readonly name: string; readonly day: string }[];
  readonly rows: readonly PlanTableRow[];
  readonly cycle: readonly string[] | null;
}

export interface PlanTableRow {
  readonly item: string;
  readonly key: string | null;
  readonly title: string;
  readonly phase: string | null;
  readonly owner: string | null;
  readonly status: string | null;
  readonly done: boolean;
  readonly start: string | null;
  readonly finish: string | null;
  readonly slackDays: number | null;
  readonly critical: boolean;
  readonly after: readonly string[];
}
