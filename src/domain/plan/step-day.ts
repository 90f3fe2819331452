import { findDuration } from "#domain/calendar/duration";
import { dayFrom } from "#domain/calendar/working-day";
import { anchorDay } from "./anchor-day";
import type { Anchored, Plan, Step } from "./plan";
import { findCalendar } from "./plan-calendar";

/** The day a step is set to begin, by its own day or its anchor; null when only its predecessors decide. */
export function stepDay(plan: Plan, step: Step): string | null {
  if (step.start !== null) return step.start.slice(0, 10);
  return step.anchor === null ? null : anchoredDay(plan, step.anchor, step.wave);
}

export function anchoredDay(plan: Plan, { anchor, offset }: Anchored, wave: string | null): string | null {
  const day = anchorDay(plan, anchor, wave);
  const calendar = findCalendar(plan);
  const moved = findDuration(offset);
  return day !== null && calendar !== null && moved !== null ? dayFrom(calendar, day, moved) : null;
}
