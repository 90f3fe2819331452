import type { GateSummary, MetricView } from "#contract/adoption";

/** The second gate in one sentence. Without a single metric there is no evidence, and it stays locked. */
export function gateSummary(metrics: readonly MetricView[], easier: number): GateSummary {
  const unmet = metrics.filter(({ verdict }) => verdict.colour === "RED");
  const open = metrics.length > 0 && unmet.length === 0;
  return {
    open,
    unmet: unmet.length,
    total: metrics.length,
    sentence: open ? openSentence(metrics.length, easier) : lockedSentence(metrics, unmet),
  };
}

/** What fails outright before what it is too early to say, and that before what is met. */
export function worstFirst(lines: readonly MetricView[]): readonly MetricView[] {
  const rank = ({ verdict }: MetricView): number =>
    verdict.reason === null ? 2 : isTooEarly.has(verdict.reason) ? 1 : 0;
  return lines.toSorted((a, b) => rank(a) - rank(b));
}

const isTooEarly: ReadonlySet<string> = new Set(["undefined", "insufficient-n", "insufficient-weeks"]);

/** T5: whoever reads that everything is met reads as well whether less was asked for it than was promised. */
function openSentence(total: number, easier: number): string {
  const met = total === 1 ? "its one line is met" : `all ${total} lines are met`;
  const since = `${easier} ${easier === 1 ? "threshold was" : "thresholds were"} made easier after kick-off`;
  return `Gate 2 may open: ${met}${easier === 0 ? "" : `; ${since}`}.`;
}

function lockedSentence(metrics: readonly MetricView[], unmet: readonly MetricView[]): string {
  const first = worstFirst(unmet)[0];
  return `Gate 2 locked: ${unmet.length} of ${metrics.length} unmet. ${first?.sentence ?? "nothing is measured yet."}`;
}
