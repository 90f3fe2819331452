import type { GateSummary } from "#contract/adoption";
import type { Measure } from "#domain/adoption/measures";

/** The second gate in one sentence. Without a single metric there is no evidence, and it stays locked. */
export function gateSummary(metrics: readonly Measure[]): GateSummary {
  const unmet = metrics.filter(({ verdict }) => verdict.colour === "RED");
  const open = metrics.length > 0 && unmet.length === 0;
  return {
    open,
    unmet: unmet.length,
    total: metrics.length,
    sentence: open ? openSentence(metrics) : lockedSentence(metrics, unmet),
  };
}

function openSentence(metrics: readonly Measure[]): string {
  return `Gate 2 may open: all ${metrics.length} metrics meet their thresholds.`;
}

function lockedSentence(metrics: readonly Measure[], unmet: readonly Measure[]): string {
  const first = unmet[0]?.sentence ?? "nothing is measured yet.";
  return `Gate 2 locked: ${unmet.length} of ${metrics.length} unmet. ${first}`;
}
