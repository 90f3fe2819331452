import { gateSummary } from "#app/adoption/gate-summary";
import type { MetricView } from "#contract/adoption";
import { expect, test } from "vitest";

const independence = (reason: "stale-data" | "threshold"): MetricView => ({
  metric: "ttft",
  title: "Independent by day 80",
  verdict: { colour: "RED", reason },
  sentence: "96 % (93–97) work on their own by day 80; gate 2 needs 80 %.",
  value: 0.96,
  lower: 0.93,
  upper: 0.97,
  n: 800,
  caution: null,
  asked: true,
  convention: "",
});

test("M102 a gate locked by old evidence says so before a number that would meet its threshold", () => {
  const { sentence } = gateSummary([independence("stale-data")]);
  expect(sentence).toBe(
    "Gate 2 locked: 1 of 1 unmet. Nothing was reported for 7 days. 96 % (93–97) work on their own by day 80; gate 2 needs 80 %.",
  );
  expect(gateSummary([independence("threshold")]).sentence).not.toContain("Nothing was reported");
});
