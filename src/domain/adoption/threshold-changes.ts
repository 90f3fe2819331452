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
  return inTime.slice(1).flatMap(({ on, thresholds }, index) =>
    pairs(inTime[index]!.thresholds, thresholds).flatMap(({ metric, from, to }) => {
      const kind = kindOf(from, to);
      if (kind === null) return [];
      const decision = decisions.find((each) => each.metric === metric && each.on === on && each.by.trim() !== "");
      return [{ on, metric, from, to, kind, decision: kind === "easier" ? (decision ?? null) : null }];
    }),
  );
}

interface Pair {
  readonly metric: Metric;
  readonly from: Threshold | null;
  readonly to: Threshold | null;
}

/** The first threshold of a metric is compared with the first, the second with the second. */
function pairs(before: readonly Threshold[], after: readonly Threshold[]): Pair[] {
  const metrics = [...new Set([...before, ...after].map(({ metric }) => metric))];
  return metrics.flatMap((metric) => {
    const was = before.filter((each) => each.metric === metric);
    const is = after.filter((each) => each.metric === metric);
    return Array.from({ length: Math.max(was.length, is.length) }, (_, place) => ({
      metric,
      from: was[place] ?? null,
      to: is[place] ?? null,
    }));
  });
}

function kindOf(from: Threshold | null, to: Threshold | null): ThresholdChange["kind"] | null {
  if (from === null) return "harder";
  if (to === null) return "easier";
  const steps = [
    Math.sign(to.value - from.value) * (rises(from) ? 1 : -1),
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
  return op === ">" || op === "<" ? 1 : 0;
}
