import type { FindingView } from "./sync";

/** What the panel on a work item shows. The work item comes from the signed context, never from the page. */
export type PanelView = StepPanel | RiskPanel | RollbackPanel | PlanPanel | { readonly kind: "none" };

export interface StepPanel {
  readonly kind: "step";
  readonly plan: { readonly id: string; readonly title: string; readonly key: string | null };
  readonly title: string;
  /** By the category of its status. */
  readonly progress: "not started" | "under way" | "done";
  readonly mayStart: {
    readonly yes: boolean;
    readonly done: number;
    readonly total: number;
    readonly waitingFor: readonly LinkedItem[];
  };
  /** The five mandatory attributes; null is missing. */
  readonly attributes: {
    readonly description: string | null;
    readonly owner: string | null;
    readonly timeline: string | null;
    readonly dependencies: string | null;
    readonly success: string | null;
  };
  readonly criteria: readonly { readonly text: string; readonly state: "pending" | "met" | "failed" }[];
  readonly rollback: readonly LinkedItem[];
  readonly slackDays: number | null;
  readonly critical: boolean;
  readonly zone: string;
  readonly findings: readonly FindingView[];
  /** Fields in which Jira has moved since plan and Jira last agreed. */
  readonly drift: readonly { readonly field: string; readonly was: string | null; readonly now: string | null }[];
}

export interface LinkedItem {
  readonly key: string;
  readonly title: string;
  readonly status: string;
  readonly done: boolean;
}

export interface RiskPanel {
  readonly kind: "risk";
  readonly plan: { readonly id: string; readonly title: string; readonly key: string | null };
  readonly title: string;
  readonly tag: "pre-delivery" | "post-delivery";
  readonly likelihood: number;
  readonly impact: number;
  readonly exposure: number;
  readonly band: string;
  readonly weight: number;
  /** How far the plan's scales reach. */
  readonly most: { readonly likelihood: number; readonly impact: number };
  readonly owner: string | null;
  readonly due: string | null;
  readonly canEdit: boolean;
  readonly response: string;
  /** The day from which it may strike. */
  readonly proximity: string | null;
  readonly threatens: readonly LinkedItem[];
  /** The rollbacks that are the answer once it has struck. */
  readonly answeredBy: readonly LinkedItem[];
}

/** The rest is asked for as the rollback page asks for it, so that both say the same. */
export interface RollbackPanel {
  readonly kind: "rollback";
  readonly plan: { readonly id: string; readonly title: string; readonly key: string | null };
  readonly title: string;
  /** The plan's own id of the rollback. */
  readonly rollback: string;
}

export interface PlanPanel {
  readonly kind: "plan";
  readonly plan: { readonly id: string; readonly title: string; readonly key: string | null };
  readonly done: number;
  readonly total: number;
  /** The second gate in one sentence, with what is unmet. */
  readonly gate: { readonly open: boolean; readonly sentence: string; readonly unmet: readonly string[] };
}
