import { blankPlan, blankRollback } from "#domain/plan/blank";
import type { Plan, Rollback, RunbookStep } from "#domain/plan/plan";
import type { RunEvent, RunFact } from "#domain/rollback/run";
import { timedSteps } from "#domain/rollback/runbook";

export const minuteMs = 60_000;
export const start = Date.parse("2026-03-28T20:00Z");

/** `stop 30m`, `load 2h after stop, save`. */
export function step(line: string): RunbookStep {
  const [head = "", tail] = line.split(" after ");
  const [id = "", ...words] = head.split(" ");
  const duration = words.length === 0 ? null : words.join(" ");
  return { id, title: id, owner: null, duration, after: tail === undefined ? [] : tail.split(", ") };
}

export function rollback(...lines: readonly string[]): Rollback {
  return { ...blankRollback("back", "Back to the old system"), runbook: lines.map(step) };
}

export function planWith(golive: string, more: Partial<Plan> = {}): Plan {
  return { ...blankPlan("p", "P"), zone: "Europe/London", anchors: { golive }, ...more };
}

/** A chain of half an hour and two hours, with a check of an hour beside the second. */
export const diamond = rollback(
  "stop 30m",
  "restore 2h after stop",
  "check 1h after stop",
  "open 15m after restore, check",
);

type Said = RunFact & { readonly minute: number; readonly by?: string };

/** Events of one run, so many minutes after the start. */
export function told(run: string, ...facts: readonly Said[]): readonly RunEvent[] {
  return facts.map(({ minute, by = "ann", ...fact }, place) => ({
    id: `${run}-${place}`,
    run,
    by,
    at: start + minute * minuteMs,
    ...fact,
  }));
}

export const begun = (purpose: "rehearsal" | "real" = "real", of: Rollback = diamond): RunFact => ({
  kind: "started",
  rollback: of.id,
  purpose,
  steps: timedSteps(of),
});
