import type { Metric, Threshold } from "#domain/plan/plan";
import { daysIn } from "./thresholds";

/** The thresholds as they stood from a day on; the first are those of the kick-off. */
export interface ThresholdState {
  readonly on: string;
  readonly thresholds: readonly Threshold[];
}

/** Who lowered the bar, and what was given up for it. */
export interface TradeOff {
  readonly metric: Metric;
  readonly on: string;
  /** What it became: who answers for 70 % has not answered for 50 % of the same day. */
  readonly to: Threshold | null;
  readonly by: string;
  readonly givenUp: string;
}

export interface ThresholdChange {
  readonly on: string;
  readonly metric: Metric;
  readonly from: Threshold | null;
  readonly to: Threshold | null;
  readonly kind: "easier" | "harder";
  /** Of a change that makes the gate easier; null means nobody has answered for it. */
  readonly decision: TradeOff | null;
  /** T4: it became easier, and what holds now is at least as hard as what was promised before it. */
  readonly isTakenBack: boolean;
}

/**
 * T1: every change of a threshold after kick-off, told as easier or harder. One that is easier in any respect is easier, whatever else
 * became harder: the bar that was promised is gone.
 */
export function thresholdChanges(
  states: readonly ThresholdState[],
  decisions: readonly TradeOff[],
): readonly ThresholdChange[] {
  const inTime = states.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const now = inTime.at(-1)?.thresholds ?? [];
  return inTime.slice(1).flatMap(({ on, thresholds }, index) =>
    pairs(inTime[index]!.thresholds, thresholds).flatMap(({ metric, from, to }): ThresholdChange[] => {
      const kind = kindOf(from, to);
      if (kind === null) return [];
      if (kind === "harder") return [{ on, metric, from, to, kind, decision: null, isTakenBack: false }];
      const decision = decisions.find((each) => isOf(each, { on, metric, to })) ?? null;
      const isTakenBack = now.some((each) => each.metric === metric && kindOf(from, each) !== "easier");
      return [{ on, metric, from, to, kind, decision, isTakenBack }];
    }),
  );
}

/** T3: nobody answers for it, and it still holds. */
export function isUnanswered({ kind, decision, isTakenBack }: ThresholdChange): boolean {
  return kind === "easier" && decision === null && !isTakenBack;
}

/** T5: the changes after which less is asked today than was before them. */
export function stillEasier(changes: readonly ThresholdChange[]): readonly ThresholdChange[] {
  return changes.filter(({ kind, isTakenBack }) => kind === "easier" && !isTakenBack);
}

function isOf(decision: TradeOff, { on, metric, to }: Pick<ThresholdChange, "on" | "metric" | "to">): boolean {
  return decision.metric === metric && decision.on === on && decision.by.trim() !== "" && isSame(decision.to, to);
}

interface Pair {
  readonly metric: Metric;
  readonly from: Threshold | null;
  readonly to: Threshold | null;
}

/** What stands on both sides has not changed; of the rest the first of a metric is compared with the first, the second with the second. */
function pairs(before: readonly Threshold[], after: readonly Threshold[]): Pair[] {
  const [left, right] = [without(before, after), without(after, before)];
  const metrics = [...new Set([...left, ...right].map(({ metric }) => metric))];
  return metrics.flatMap((metric) => {
    const was = left.filter((each) => each.metric === metric);
    const is = right.filter((each) => each.metric === metric);
    return Array.from({ length: Math.max(was.length, is.length) }, (_, place) => ({
      metric,
      from: was[place] ?? null,
      to: is[place] ?? null,
    }));
  });
}

function without(some: readonly Threshold[], others: readonly Threshold[]): readonly Threshold[] {
  return some.filter((one) => !others.some((other) => isSame(one, other)));
}

function isSame(one: Threshold | null, other: Threshold | null): boolean {
  if (one === null || other === null) return one === other;
  return one.metric === other.metric && kindOf(one, other) === null;
}

function kindOf(from: Threshold | null, to: Threshold | null): ThresholdChange["kind"] | null {
  if (from === null) return "harder";
  if (to === null) return "easier";
  const steps = [
    // Another exact value lets pass what did not before, whichever way it moved.
    from.op === "=" ? -Math.abs(to.value - from.value) : Math.sign(to.value - from.value) * (rises(from) ? 1 : -1),
    strictness(to) - strictness(from),
    rises(to) === rises(from) ? 0 : -1,
    (to.rule === "confident" ? 1 : 0) - (from.rule === "confident" ? 1 : 0),
    Math.sign((to.bound ?? to.value) - (from.bound ?? from.value)) * (rises(from) ? 1 : -1),
    from.metric === "ttft" ? Math.sign(daysIn(from.at) - daysIn(to.at)) : 0,
  ];
  if (steps.some((step) => step < 0)) return "easier";
  return steps.some((step) => step > 0) ? "harder" : null;
}

function rises({ op }: Threshold): boolean {
  return op === ">" || op === ">=";
}

function strictness({ op }: Threshold): number {
  return op === "=" ? 2 : op === ">" || op === "<" ? 1 : 0;
}
