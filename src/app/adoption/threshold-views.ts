import { sayDay } from "#domain/calendar/say-day";
import type { EasierView, MetricView, ThresholdChangeView, ThresholdView } from "#contract/adoption";
import { exactPercent, exactRatio } from "#domain/adoption/sentence";
import { isUnanswered, stillEasier } from "#domain/adoption/threshold-changes";
import type { ThresholdChange } from "#domain/adoption/threshold-changes";
import { daysIn } from "#domain/adoption/thresholds";
import { red } from "#domain/adoption/verdict";
import type { Plan, Threshold } from "#domain/plan/plan";
import { thresholdsOf } from "./plan-clock";
import { changesIn } from "./thresholds-kept";
import type { ThresholdHistory } from "./thresholds-kept";

/** What the gate asks, in words, and since when. */
export function thresholdViews(plan: Plan, { states }: ThresholdHistory): readonly ThresholdView[] {
  return thresholdsOf(plan).map((threshold) => ({
    metric: threshold.metric,
    words: inWords(threshold),
    since: sinceOf(threshold, states),
  }));
}

function sinceOf(threshold: Threshold, states: ThresholdHistory["states"]): string | null {
  const spelled = JSON.stringify(threshold);
  const last = states.findLastIndex(({ thresholds }) => !thresholds.some((each) => JSON.stringify(each) === spelled));
  return states[last + 1]?.on ?? null;
}

export function changeViews(history: ThresholdHistory): readonly ThresholdChangeView[] {
  return changesIn(history).map((change) => ({
    on: change.on,
    metric: change.metric,
    from: change.from === null ? null : inWords(change.from),
    to: toOf(change),
    kind: change.kind,
    isTakenBack: change.isTakenBack,
    isUnanswered: isUnanswered(change),
    decision: change.decision === null ? null : { by: change.decision.by, givenUp: change.decision.givenUp },
  }));
}

/** What a change made of its threshold, in the words by which a person answers for it. */
export function toOf({ to }: Pick<ThresholdChange, "to">): string | null {
  return to === null ? null : inWords(to);
}

/** T5: for as long as less is asked than was before, whoever sees the number is told. */
export function easierViews(history: ThresholdHistory): readonly EasierView[] {
  const byMetric = Map.groupBy(stillEasier(changesIn(history)), ({ metric }) => metric);
  return [...byMetric].map(([metric, changes]) => {
    const [first, last] = [changes[0]!, changes.at(-1)!];
    const was = first.from === null ? "" : limit(first.from);
    const now = last.to === null ? "to nothing" : `to ${limit(last.to)}`;
    const sentence = `Threshold made easier on ${sayDay(last.on)}, from ${was}, ${now}. ${answers(changes)}`;
    return { metric, sentence };
  });
}

function answers(changes: readonly ThresholdChange[]): string {
  if (changes.some(isUnanswered)) return "Nobody answers for it.";
  return `Given up: ${changes.map(({ decision }) => (decision?.givenUp ?? "").replace(/\.$/, "")).join("; ")}.`;
}

/** T3: a bar that was lowered and that nobody answers for keeps the gate shut. */
export function unanswered(history: ThresholdHistory): readonly MetricView[] {
  return changesIn(history).flatMap((change) => (isUnanswered(change) ? [lineOf(change)] : []));
}

function lineOf({ on, from, to }: ThresholdChange): MetricView {
  const was = from === null ? "" : `${subjects[from.metric]}: was ${limit(from)}`;
  const now = to === null ? "is no longer asked for" : `is ${limit(to)}`;
  return {
    metric: "threshold-change",
    title: "Threshold made easier",
    verdict: red("no-decision"),
    sentence: `A threshold was made easier on ${sayDay(on)}, and nobody says what was given up for it. ${was}, ${now}.`,
    value: null,
    lower: null,
    upper: null,
    n: 0,
    caution: null,
    asked: true,
    convention: "A threshold that became easier after kick-off wants a decision with a name.",
  };
}

const subjects: Readonly<Record<Threshold["metric"], string>> = {
  ttft: "Share independent",
  hdr: "Tickets a person a week",
  trend: "Chance that the fall in tickets is luck",
  concentration: "Work of the busiest tenth in week 3",
  "adoption-rate": "Share at work on a usual day",
};

const comparisons = { ">=": "at least", "<=": "at most", ">": "above", "<": "below", "=": "exactly" } as const;

function inWords(threshold: Threshold): string {
  return `${subjects[threshold.metric]}: ${limit(threshold)}`;
}

function limit({ metric, at, op, value, rule, bound }: Threshold): string {
  const spell = metric === "hdr" ? exactRatio : exactPercent;
  const day = metric === "ttft" ? ` by day ${daysIn(at)}` : "";
  const sure = rule === "confident" ? `, for sure ${spell(bound ?? value)}` : "";
  return `${comparisons[op]} ${spell(value)}${day}${sure}`;
}
