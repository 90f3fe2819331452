import type { RaciRow } from "./raci-row";
import type { RiskScheme } from "./risk-scheme";
import type { PlanCalendar } from "./calendar-words";
import type { Rollback } from "./rollback";
import type { Side, StepKind, Stream } from "./step-kinds";
import type { StepTiming } from "./step-timing";
import type { Registers, Seats } from "./register";

export type { Notice, Rollback, RunbookStep, Trigger, TriggerReading } from "./rollback";
export type { Side, StepKind, Stream } from "./step-kinds";

/**
 * The plan as every part of the product sees it, whatever format it came in. Days are ISO days in the plan's zone, durations and lags
 * keep the words people wrote (`2d`, `4h`, `2ed`), so that a plan written back is the plan that was read.
 */
export interface Plan extends Registers {
  /** Stable: the identity under which plan and Jira stay in step. */
  readonly id: string;
  readonly title: string;
  readonly zone: string;
  readonly objective: readonly string[];
  readonly scope: { readonly in: readonly string[]; readonly out: readonly string[] };
  /** The implementation owner: a named person, by e-mail or account id. */
  readonly owner: string | null;
  readonly affects: Affects;
  readonly start: string | null;
  readonly anchors: Readonly<Record<string, string>>;
  readonly calendar: PlanCalendar;
  /** Further calendars by name, for steps that are done at other times: `night`, `always`. */
  readonly calendars: Readonly<Record<string, PlanCalendar>>;
  /** Rules of the linter this plan weighs otherwise: `big-bang: error`, `step-vague: off`. */
  readonly rules: Readonly<Record<string, "error" | "warning" | "hint" | "off">>;
  readonly steps: readonly Step[];
  readonly risks: readonly Risk[];
  readonly rollbacks: readonly Rollback[];
  readonly raci: readonly RaciRow[];
  readonly waves: readonly Wave[];
  readonly gates: { readonly delivery: Gate; readonly implementation: Gate };
  readonly kpis: readonly Kpi[];
  readonly seats: Seats;
  /** Lint findings somebody has decided to live with. */
  readonly accepted: readonly AcceptedFinding[];
  readonly riskScheme: RiskScheme;
}

export interface AcceptedFinding {
  readonly rule: string;
  /** The id of the step, risk, … ; null accepts the rule everywhere. */
  readonly item: string | null;
  readonly reason: string;
}

export interface Affects {
  readonly liveSystems: boolean;
  readonly productionData: boolean;
  readonly businessOperations: boolean;
}

export interface Step extends StepTiming {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly owner: string | null;
  /** Pinned day, or a minute of it in the plan's zone (`2026-03-02T13:00`); null when the step starts from an anchor or as soon as its predecessors allow. */
  readonly start: string | null;
  readonly anchor: Anchored | null;
  readonly duration: string | null;
  /** The name of the calendar it is worked by; null: the plan's. */
  readonly calendar: string | null;
  readonly after: readonly Dependency[];
  readonly success: readonly Criterion[];
  readonly side: Side | null;
  readonly stream: Stream | null;
  readonly phase: string | null;
  readonly wave: string | null;
  readonly parent: string | null;
  readonly kind: StepKind | null;
  /** The plan's objectives this step serves, in the plan's words. */
  readonly objective: readonly string[];
  /** Ids of the resources it needs. */
  readonly needs: readonly string[];
  readonly departments: readonly string[];
  /** The Jira key in a file that names an existing work item. */
  readonly key: string | null;
}

/** `golive − 10d`: a day counted from an anchor. */
export interface Anchored {
  readonly anchor: string;
  readonly offset: string;
}

export type DependencyType = "FS" | "SS" | "FF" | "SF";

export interface Dependency {
  readonly step: string;
  readonly type: DependencyType;
  /** `0`, `2d`, `-1d`, `50%`, `2ed`. */
  readonly lag: string;
}

export type Comparison = ">" | ">=" | "<" | "<=" | "=";

export interface Criterion {
  readonly measure: string;
  readonly op: Comparison;
  readonly value: number;
  readonly unit: string;
  readonly by: string | Anchored | null;
  /** Where the window opens; null: from the start. */
  readonly from: string | Anchored | null;
  /** `by`: reached at the deadline at the latest. `throughout`: never broken from the first moment of the window to the last. */
  readonly holds: "by" | "throughout";
}

export type RiskTag = "pre-delivery" | "post-delivery";

export interface Risk {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly tag: RiskTag;
  /** Places on the scales of the plan, 1 to 5 unless it has chosen others: as if nobody did anything. */
  readonly likelihood: number;
  readonly impact: number;
  /** With the response in place, once somebody has said so. */
  readonly residual: Pick<Risk, "likelihood" | "impact"> | null;
  readonly owner: string | null;
  readonly side: Side | null;
  readonly threatens: readonly string[];
  /** The rollbacks that are the answer once it has struck. */
  readonly answeredBy: readonly string[];
  /** The day from which it may strike; null: any day. */
  readonly proximity: string | null;
  readonly response: string;
  readonly key: string | null;
}

export interface Wave {
  readonly id: string;
  readonly title: string;
  readonly golive: string | null;
  readonly departments: readonly string[];
}

/** From when, and in which days, a person's way to independence is timed. Null: from go-live, in elapsed days. */
export interface AdoptionClock {
  readonly start: "go-live" | "training-end" | "first-login";
  readonly unit: "elapsed" | "working";
}

export interface Gate {
  readonly clock: AdoptionClock | null;
  readonly thresholds: readonly Threshold[];
  readonly checklist: readonly string[];
}

export type Metric = "ttft" | "hdr" | "trend" | "concentration" | "adoption-rate";

export interface Threshold {
  readonly metric: Metric;
  /** For `ttft`: the day of the curve, `14d`. */
  readonly at: string | null;
  readonly op: Comparison;
  readonly value: number;
  readonly rule: "point" | "confident";
  /** Under the confident rule: what the interval's near end must reach; null: the value itself. */
  readonly bound: number | null;
}

export interface Kpi {
  readonly id: string;
  readonly milestone: string;
  readonly title: string;
  readonly unit: string;
  readonly better: "lower" | "higher";
  readonly baseline: number | null;
  readonly planned: readonly { readonly on: string; readonly value: number }[];
  readonly owner: string | null;
}
