import { findDuration, spanOf } from "#domain/calendar/duration";
import type { Plan } from "./plan";
import { findCalendar } from "./plan-calendar";

/** How much of the work prepares people and data, and how much is technical (M82). For information; nothing is flagged. */
export interface EffortSplit {
  readonly preparationMinutes: number;
  readonly technicalMinutes: number;
  /** Preparation as a part of both, 0 to 1; null while nothing has a length. */
  readonly preparation: number | null;
}

export function effortSplit(plan: Plan): EffortSplit {
  const calendar = findCalendar(plan);
  const lengths = calendar ?? { dayMinutes: 480, weekMinutes: 2400 };
  const groups = new Set(plan.steps.map(({ parent }) => parent));
  const sums = { preparation: 0, technical: 0 };
  for (const { id, duration, stream } of plan.steps) {
    const length = duration === null || groups.has(id) ? null : findDuration(duration);
    if (length === null) continue;
    // Elapsed time is waited for and not worked.
    sums[stream === "technical" ? "technical" : "preparation"] += spanOf(length, lengths).work;
  }
  const all = sums.preparation + sums.technical;
  const preparation = all === 0 ? null : sums.preparation / all;
  return { preparationMinutes: sums.preparation, technicalMinutes: sums.technical, preparation };
}
