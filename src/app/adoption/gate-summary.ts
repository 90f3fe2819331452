import type { GateSummary, MetricView } from "#contract/adoption";
import { oldestEvidenceHours } from "#domain/adoption/thresholds";

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

/** What fails outright before what it is too early to say, and that before what is met. */
export function worstFirst(lines: readonly MetricView[]): readonly MetricView[] {
  const rank = ({ verdict }: MetricView): number =>
    verdict.reason === null ? 2 : isTooEarly.has(verdict.reason) ? 1 : 0;
  return lines.toSorted((a, b) => rank(a) - rank(b));
}

const isTooEarly: ReadonlySet<string> = new Set(["undefined", "insufficient-n", "insufficient-weeks"]);

function openSentence(metrics: readonly MetricView[]): string {
  return `Gate 2 may open: all ${metrics.length} metrics meet their thresholds.`;
}

/** A number that meets its threshold reads as if the gate contradicted itself, unless its age is named before it. */
function lockedSentence(metrics: readonly MetricView[], unmet: readonly MetricView[]): string {
  const first = worstFirst(unmet)[0];
  const age =
    first?.verdict.reason === "stale-data" ? `Nothing was reported for ${oldestEvidenceHours / 24} days. ` : "";
  return `Gate 2 locked: ${unmet.length} of ${metrics.length} unmet. ${age}${first?.sentence ?? "nothing is measured yet."}`;
}
