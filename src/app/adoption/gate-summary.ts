import type { GateSummary, MetricView } from "#contract/adoption";

/** The second gate in one sentence. Without a single metric there is no evidence, and it stays locked. */
export function gateSummary(metrics: readonly MetricView[]): GateSummary {
  const unmet = metrics.filter(({ verdict }) => verdict.colour === "RED");
  const open = metrics.length > 0 && unmet.length === 0;
  return {
    open,
    unmet: unmet.length,
    total: metrics.length,
    sentence: open ? openSentence(metrics) : lockedSentence(metrics, unmet),
  };
}

/** Where something else fails outright, that is the one to name. */
const isTooEarly: ReadonlySet<string> = new Set(["undefined", "insufficient-n", "insufficient-weeks"]);

function openSentence(metrics: readonly MetricView[]): string {
  return `Gate 2 may open: all ${metrics.length} metrics meet their thresholds.`;
}

function lockedSentence(metrics: readonly MetricView[], unmet: readonly MetricView[]): string {
  const telling = unmet.find(({ verdict }) => !isTooEarly.has(verdict.reason ?? "")) ?? unmet[0];
  const first = telling?.sentence ?? "nothing is measured yet.";
  return `Gate 2 locked: ${unmet.length} of ${metrics.length} unmet. ${first}`;
}
