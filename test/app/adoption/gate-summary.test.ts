import { gateSummary } from "#app/adoption/gate-summary";
import type { MetricView } from "#contract/adoption";
import { expect, test } from "vitest";

const met: MetricView = {
  metric: "ttft",
  title: "Independent by day 80",
  verdict: { colour: "GREEN", reason: null },
  sentence: "96 % (93–97) work on their own by day 80; gate 2 needs 80 %.",
  value: 0.96,
  lower: 0.93,
  upper: 0.97,
  n: 800,
  caution: null,
  asked: true,
  convention: "",
};

test("T5 a gate that may open says how many of its thresholds were made easier", () => {
  expect(gateSummary([met], 0).sentence).toBe("Gate 2 may open: its one line is met.");
  expect(gateSummary([met, met], 1).sentence).toBe(
    "Gate 2 may open: all 2 lines are met; 1 threshold was made easier after kick-off.",
  );
});
