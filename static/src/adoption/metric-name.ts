import type { RequestOf } from "#contract/requests";

type Metric = RequestOf<"arithmetic">["metric"];

const metrics: readonly Metric[] = ["ttft", "hdr", "trend", "concentration", "adoption-rate"];

/** The metric of a tile, as the back end asks for it. */
export function metricOf(name: string): Metric {
  return metrics.find((metric) => metric === name) ?? "ttft";
}
