import type { MetricView, SnapshotView, ThresholdChangeView } from "#contract/adoption";
import { sayCount } from "#domain/adoption/say-count";
import { percent, percentRange, ratio, ratioRange } from "#domain/adoption/sentence";
import { sayDay } from "#domain/calendar/say-day";
import { bare } from "./bare";
import type { Chart, Slide } from "./deck";
import { verdictOf } from "./verdict-of";

/** One slide a metric: what the gate asks first, then what is only watched. */
export function metricSlides(snapshot: SnapshotView, age: Pick<Slide, "age" | "isOld">): readonly Slide[] {
  const { metrics } = snapshot;
  const inOrder = [...metrics.filter(({ asked }) => asked), ...metrics.filter(({ asked }) => !asked)];
  return inOrder.map((metric) => ({
    ...bare,
    ...age,
    id: idOf(metric, metrics),
    kind: "metric",
    title: metric.title,
    verdict: verdictOf(metric.verdict),
    figure: figureOf(metric),
    sentence: metric.sentence,
    n: sayCount(metric),
    interval: intervalOf(metric),
    notes: [
      sentenceOf(metric.caution),
      metric.asked ? null : "Watched beside the gate, which does not ask for it.",
    ].flatMap((note) => note ?? []),
    threshold: thresholdOf(metric, snapshot),
    changes: snapshot.thresholdChanges.filter((change) => change.metric === metric.metric).map(sayChange),
    chart: chartOf(metric, snapshot),
    takesComment: true,
  }));
}

/** A caution is said elsewhere behind a dot, so it begins small. */
function sentenceOf(caution: string | null): string | null {
  return caution === null ? null : `${caution.charAt(0).toUpperCase()}${caution.slice(1)}.`;
}

/** Two thresholds of one metric, such as of two days, are two slides. */
function idOf(metric: MetricView, metrics: readonly MetricView[]): string {
  const isAlone = metrics.filter((each) => each.metric === metric.metric).length === 1;
  return isAlone ? metric.metric : `${metric.metric} ${metric.title}`;
}

/** A fall is a claim and no size, so it has no figure. */
function figureOf({ metric, value }: MetricView): string | null {
  if (value === null || metric === "trend") return null;
  return metric === "hdr" ? ratio(value) : percent(value);
}

function intervalOf({ metric, lower, upper }: MetricView): string | null {
  if (lower === null || upper === null) return null;
  if (metric === "trend") return `95 % interval of the slope ${slope(lower)} to ${slope(upper)} a week`;
  const range = metric === "hdr" ? ratioRange(lower, upper) : `${percentRange(lower, upper)} %`;
  return `95 % interval ${range.replaceAll(/[ (]*\(|\)/g, "")}`;
}

function slope(value: number): string {
  return value.toFixed(3).replace("-", "−");
}

/** What is asked comes in the order of the thresholds, so the second of a metric has the second's words. */
function thresholdOf(metric: MetricView, { metrics, thresholds }: SnapshotView): string | null {
  if (!metric.asked) return null;
  const place = metrics.filter(({ asked, metric: name }) => asked && name === metric.metric).indexOf(metric);
  return thresholds.filter(({ metric: name }) => name === metric.metric)[place]?.words ?? null;
}

/** M101: what was promised, what it became, and what was given up for it. */
function sayChange({ on, from, to, kind, isTakenBack, isUnanswered, decision }: ThresholdChangeView): string {
  const made = `Made ${kind} on ${sayDay(on)}: ${from ?? "nothing asked"} → ${to ?? "no longer asked for"}.`;
  const why = decision === null ? "" : ` Given up: ${decision.givenUp}`;
  const since = isTakenBack ? " Taken back since." : isUnanswered ? " Nobody answers for it." : "";
  return `${made}${why}${since}`;
}

function chartOf({ metric }: MetricView, { curve, weeks, trend }: SnapshotView): Chart {
  if (metric === "ttft" && curve !== null && curve.points.length > 1) return { kind: "curve", curve };
  if (metric === "hdr" && weeks.length > 0) return { kind: "weeks", weeks, trend: null };
  if (metric === "trend" && weeks.length > 0) return { kind: "weeks", weeks, trend: trend.line };
  return { kind: "none" };
}
