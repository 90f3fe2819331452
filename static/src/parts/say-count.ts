import type { MetricView } from "#contract/adoption";

/** How much a number rests on, a fall on weeks and everything else on people; null where on nothing. */
export function sayCount({ metric, n }: Pick<MetricView, "metric" | "n">): string | null {
  if (n === 0) return null;
  return `n = ${n.toLocaleString("en")}${metric === "trend" ? " weeks" : ""}`;
}
