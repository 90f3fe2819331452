import { expect, test } from "vitest";
import type { RunView } from "#contract/sync";
import { legOf, ratePerSecond, secondsLeft } from "../../static/src/sync/run-state";

const run: RunView = {
  id: "1",
  plan: "crm",
  by: "ana",
  startedAt: 0,
  state: "running",
  doing: "Linking and updating work items",
  done: 3,
  total: 183,
  points: 9,
  remainingSeconds: 3,
  created: [],
  failures: [],
  direction: "apply",
  retryable: 0,
  canUndo: false,
};

test("M92 the pace is that of what is being done now, however long what came before has taken", () => {
  const leg = legOf(run, 60_000);
  expect(ratePerSecond(run, 60_000, leg)).toBeNull();
  expect(ratePerSecond({ ...run, done: 23 }, 70_000, leg)).toBe(2);
});

test("M92 what is left is never less than Jira's limits need, nor than the pace says", () => {
  const later = { ...run, done: 23, remainingSeconds: 2 };
  expect(secondsLeft(later, null)).toBe(2);
  expect(secondsLeft(later, 2)).toBe(80);
  expect(secondsLeft(later, 1_000)).toBe(2);
  expect(secondsLeft({ ...later, remainingSeconds: null }, 2)).toBeNull();
});
