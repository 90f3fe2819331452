import type { AskedFor } from "#domain/adoption/asked-for";
import type { Measure } from "#domain/adoption/measures";
import type { TicketSplit } from "#domain/adoption/ticket-category";
import type { Verdict } from "#domain/adoption/verdict";
import { z } from "zod";

export const adoptionRequest = z.object({ plan: z.string(), wave: z.string().nullable().default(null) });

const metric = z.enum(["ttft", "hdr", "trend", "concentration", "adoption-rate"]);

export const arithmeticRequest = z.object({
  plan: z.string(),
  wave: z.string().nullable().default(null),
  metric,
  /** For the share who work on their own, of one department. */
  department: z.string().nullable().default(null),
});

/** Two colours. "Not enough data" is RED with its reason: no third colour can be written down. */
export type VerdictView = Verdict;

/** A measure as it was judged; `metric` is a wider word, since the gate and its answers stand among them. */
export interface MetricView extends Omit<Measure, "metric"> {
  readonly metric: string;
}

/** One number down to its inputs. */
export interface ArithmeticView extends MetricView {
  /** The snapshot these rows belong to: if the page shows another, facts have come in since. */
  readonly snapshot: string;
  readonly cut: string | null;
  readonly formula: string;
  readonly columns: readonly string[];
  /** Empty where the number may not be shown. */
  readonly rows: readonly (readonly (string | number)[])[];
  readonly exclusions: SnapshotView["exclusions"];
}

/** Everything the adoption page shows; the gadget shows a part of the same snapshot. */
export interface SnapshotView {
  /** Of this shape: one kept by an older release is computed anew. */
  readonly version: 5;
  readonly id: string;
  /** Of everything it was worked out from; the same facts under the same release give the same numbers. */
  readonly inputHash: string;
  /** Of what every source had reported by then; once they have reported more, the snapshot is worked out anew. */
  readonly reported: string;
  /** Of the parts of the plan that it rests on; once they have changed, likewise. */
  readonly planned: string;
  /** Of the code that worked it out. */
  readonly release: string;
  readonly plan: { readonly id: string; readonly title: string; readonly zone: string };
  readonly wave: { readonly id: string; readonly title: string } | null;
  /** All waves of the plan, to choose from. */
  readonly waves: readonly { readonly id: string; readonly title: string }[];
  readonly computedAt: string;
  /** The last complete ingestion; null before the first. */
  readonly cut: string | null;
  readonly ageHours: number | null;
  /** From when and in which days a person's way to independence is timed. */
  readonly clock: string;
  readonly metrics: readonly MetricView[];
  readonly curve: CurveView | null;
  readonly weeks: readonly WeekView[];
  /** What people asked for in the weeks the help-desk ratio is pooled from; null where it may not be shown. */
  readonly askedFor: AskedFor | null;
  readonly trend: TrendView;
  readonly departments: readonly DepartmentView[];
  /** Whether waves, or departments, become independent at different paces. */
  readonly differences: readonly DifferenceView[];
  /** A count of fewer than five people is null. */
  readonly exclusions: readonly { readonly what: string; readonly count: number | null }[];
  readonly symptoms: readonly SymptomView[];
  readonly outcomes: readonly OutcomeView[];
  /** The measures that people count by hand or by an export. */
  readonly shares: readonly ShareView[];
  readonly thresholds: readonly ThresholdView[];
  readonly thresholdChanges: readonly ThresholdChangeView[];
  /** Where less is asked than was before some change after kick-off. */
  readonly easier: readonly EasierView[];
  readonly sources: readonly SourceFreshness[];
  /** Days to mark on a chart whose axis is the calendar. */
  readonly marks: readonly { readonly name: string; readonly day: string }[];
  /** What the second gate looks at: a line a metric, and one a wave where every wave must pass. */
  readonly gateLines: readonly MetricView[];
  readonly gate: GateSummary;
}

export interface TrendView {
  readonly claimed: boolean;
  readonly sentence: string;
  /** The fall as a straight line between two settled weeks; null where none may be claimed. */
  readonly line: readonly { readonly week: string; readonly ratio: number }[] | null;
}

export interface CurveView {
  /** Share of people who have worked on their own, by day after their start. */
  readonly points: readonly {
    readonly day: number;
    readonly share: number;
    readonly lower: number | null;
    readonly upper: number | null;
    readonly waiting: number;
  }[];
  readonly medianDays: {
    readonly estimate: number | null;
    readonly lower: number | null;
    readonly upper: number | null;
  };
  /** Mean days until independent within the horizon; undefined before anybody was watched so long. */
  readonly meanDays: CurveView["medianDays"];
  readonly horizonDays: number;
  /** What counting only those who made it would have said. */
  readonly naiveMedianDays: number | null;
  readonly n: number;
  readonly independent: number;
  readonly left: number;
}

export interface WeekView {
  readonly week: string;
  readonly tickets: number;
  /** What the tickets were about; the parts add up to them. */
  readonly split: TicketSplit;
  readonly active: number;
  readonly ratio: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly provisional: boolean;
}

export interface DepartmentView {
  readonly name: string;
  /** Null when the group is too small to be shown, or would reveal one that is. */
  readonly shown: {
    readonly n: number;
    readonly share: number | null;
    readonly lower: number | null;
    readonly upper: number | null;
    readonly verdict: VerdictView;
    /** Shares by day, 0 to 1, for a small curve. */
    readonly spark: readonly number[];
  } | null;
}

export interface DifferenceView {
  readonly between: "waves" | "departments";
  readonly groups: number;
  readonly differs: boolean;
  readonly p: number;
  readonly sentence: string;
}

export interface SymptomView {
  readonly symptom: "ticket-surge" | "shadow-work" | "power-users" | "legacy-reports";
  readonly title: string;
  readonly seen: "yes" | "no" | "unknown";
  readonly sentence: string;
}

/** A KPI's reality against its planned curve. */
export interface OutcomeView {
  readonly kpi: string;
  readonly title: string;
  readonly unit: string;
  readonly better: "lower" | "higher";
  readonly owner: string | null;
  readonly milestone: string;
  readonly verdict: VerdictView;
  readonly standing: "ahead" | "on plan" | "behind" | "unknown";
  readonly sentence: string;
  readonly planned: readonly { readonly on: string; readonly value: number }[];
  readonly readings: readonly { readonly on: string; readonly value: number }[];
}

export interface ShareView {
  readonly measure: "completeness" | "goals" | "compliance";
  readonly title: string;
  readonly sentence: string;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly part: number;
  readonly whole: number;
}

export interface ThresholdView {
  readonly metric: string;
  readonly words: string;
  /** The day it was first seen like this; null where nobody has kept it. */
  readonly since: string | null;
}

export interface ThresholdChangeView {
  readonly on: string;
  readonly metric: "ttft" | "hdr" | "trend" | "concentration" | "adoption-rate";
  readonly from: string | null;
  readonly to: string | null;
  readonly kind: "easier" | "harder";
  /** As much is asked again as before it. */
  readonly isTakenBack: boolean;
  /** It keeps the gate shut. */
  readonly isUnanswered: boolean;
  /** Who answers for an easier one, by account, and what was given up for it. */
  readonly decision: { readonly by: string; readonly givenUp: string } | null;
}

export interface EasierView {
  readonly metric: string;
  readonly sentence: string;
}

export interface SourceFreshness {
  readonly name: string;
  readonly lastSeen: string | null;
  readonly completeTo: string | null;
  /** Null where they could be the deeds of fewer than five people. */
  readonly events: number | null;
}

export interface GateSummary {
  readonly open: boolean;
  readonly unmet: number;
  readonly total: number;
  readonly sentence: string;
}
