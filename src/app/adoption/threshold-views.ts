import { sayDay } from "#domain/calendar/say-day";
import type { MetricView, ThresholdChangeView, ThresholdView } from "#contract/adoption";
import { percent, ratio } from "#domain/adoption/sentence";
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
  return changesIn(history).map(({ on, metric, from, to, kind, decision }) => ({
    on,
    metric,
    from: from === null ? null : inWords(from),
    to: to === null ? null : inWords(to),
    kind,
    decision: decision === null ? null : { by: decision.by, givenUp: decision.givenUp },
  }));
}

/** T3: a bar that was lowered and that nobody answers for keeps the gate shut. */
export function unanswered(history: ThresholdHistory): readonly MetricView[] {
  return changesIn(history).flatMap((change) => (isUnanswered(change) ? [lineOf(change)] : []));
}

function isUnanswered({ kind, decision }: ThresholdChange): boolean {
  return kind === "easier" && decision === null;
}

function lineOf({ on, from, to }: ThresholdChange): MetricView {
  const now = to === null ? "is no longer asked for" : `became ${inWords(to)}`;
  return {
    metric: "threshold-change",
    title: "Lowered bar",
    verdict: red("no-decision"),
    sentence: `“${from === null ? "" : inWords(from)}” ${now} on ${sayDay(on)}, and nobody says what was given up for it.`,
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
  trend: "Chance that the fall is none",
  concentration: "Work of the busiest tenth in week 3",
  "adoption-rate": "Share at work on a usual day",
};

const comparisons = { ">=": "at least", "<=": "at most", ">": "above", "<": "below", "=": "exactly" } as const;

function inWords({ metric, at, op, value, rule, bound }: Threshold): string {
  const spell = metric === "hdr" || metric === "trend" ? ratio : percent;
  const sure = rule === "confident" ? `, for sure ${spell(bound ?? value)}` : "";
  return `${subjects[metric]}${at === null ? "" : ` by day ${daysIn(at)}`} ${comparisons[op]} ${spell(value)}${sure}`;
}
