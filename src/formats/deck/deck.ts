import type { CurveView, OutcomeView, TrendView, WeekView } from "#contract/adoption";

/** What a weekly meeting looks at: one slide a metric, every number from one snapshot. */
export interface Deck {
  readonly title: string;
  readonly plan: string;
  /** Null for all waves together. */
  readonly wave: string | null;
  /** Everything reported up to here is counted; null before the first report. */
  readonly cut: string | null;
  /** Whence the numbers are, as it stands at the foot of every slide. */
  readonly foot: string;
  readonly slides: readonly Slide[];
}

export interface Slide {
  /** The same from week to week, so that a comment stays with its metric. */
  readonly id: string;
  readonly kind: "cover" | "gate" | "metric" | "outcome";
  readonly title: string;
  readonly verdict: SlideVerdict | null;
  /** The number itself, to be read across a room; null where there is none or it may not be shown. */
  readonly figure: string | null;
  readonly sentence: string;
  readonly n: string | null;
  readonly interval: string | null;
  readonly age: string;
  readonly isOld: boolean;
  /** What makes the number weaker than it looks, and whether the gate asks for it at all. */
  readonly notes: readonly string[];
  readonly threshold: string | null;
  /** Every change of the threshold since kick-off, in words. */
  readonly changes: readonly string[];
  /** What the gate looks at, line by line. */
  readonly lines: readonly SlideLine[];
  readonly chart: Chart;
  readonly takesComment: boolean;
  readonly comment: SlideComment | null;
}

export interface SlideVerdict {
  readonly colour: "GREEN" | "RED";
  readonly reason: string | null;
}

export interface SlideLine {
  readonly verdict: SlideVerdict;
  readonly text: string;
}

/** What a person typed, and who it was and when. */
export interface SlideComment {
  readonly text: string;
  readonly said: string;
}

export type Chart =
  | { readonly kind: "none" }
  | { readonly kind: "curve"; readonly curve: CurveView }
  | { readonly kind: "weeks"; readonly weeks: readonly WeekView[]; readonly trend: TrendView["line"] }
  | { readonly kind: "planned"; readonly outcome: OutcomeView };
