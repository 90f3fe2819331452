import type { EditedField } from "#contract/plan-page";
import { continuousCalendar } from "#domain/calendar/calendar";
import { addDays } from "#domain/calendar/day";
import { findDuration, spellDuration } from "#domain/calendar/duration";
import { dayFrom } from "#domain/calendar/working-day";
import { anchorDay } from "#domain/plan/anchor-day";
import type { Anchored, Plan } from "#domain/plan/plan";
import { findCalendar } from "#domain/plan/plan-calendar";
import { daysBetween } from "../parts/day";
import type { StepRow } from "../timeline/step-row";
import { spellAnchored } from "./step-field";
import { readTyped } from "./typed-value";

/** A bar taken by its middle moves; taken by its end it grows. */
export interface Pull {
  readonly item: string;
  readonly edge: "whole" | "end";
  readonly days: number;
}

export interface Pulled {
  readonly field: EditedField;
  readonly value: string | null;
}

/** What a pulled bar asks of the plan; null where there is nothing to pull. */
export function pulledValue(plan: Plan, row: StepRow, { edge, days }: Pull): Pulled | null {
  if (row.start === null || row.finishDay === null || days === 0) return null;
  return edge === "whole" ? shifted(plan, row, days) : grown(plan, row, days);
}

/** A step that is counted from an anchor stays so: its distance changes, and it still moves with its anchor. */
function shifted(plan: Plan, { step, start }: StepRow, days: number): Pulled {
  const day = addDays((start ?? "").slice(0, 10), days);
  const offset = step.anchor === null ? null : offsetTo(plan, step.anchor, { day, wave: step.wave });
  if (step.anchor !== null && offset !== null) {
    return { field: "start", value: spellAnchored({ anchor: step.anchor.anchor, offset }) };
  }
  const time = step.start !== null && step.start.slice(0, 10) === start?.slice(0, 10) ? step.start.slice(10) : "";
  return { field: "start", value: `${day}${time}` };
}

/** In days of work where the offset was, so that holidays are still skipped; null where no number of them leads to that day. */
function offsetTo(
  plan: Plan,
  { anchor, offset }: Anchored,
  { day, wave }: { readonly day: string; readonly wave: string | null },
): string | null {
  const from = anchorDay(plan, anchor, wave);
  const calendar = findCalendar(plan) ?? continuousCalendar(plan.zone);
  const before = findDuration(offset);
  if (from === null || before === null) return null;
  const apart = daysBetween(from, day);
  const elapsed = { weeks: 0, days: 0, minutes: 0, elapsedMinutes: apart * 1440 };
  if (before.elapsedMinutes !== 0) return spellDuration(elapsed);
  const by = Math.sign(apart);
  for (let count = 0; Math.abs(count) <= Math.abs(apart); count += by) {
    const work = { weeks: 0, days: count, minutes: 0, elapsedMinutes: 0 };
    if (dayFrom(calendar, from, work) === day) return spellDuration(work);
    if (by === 0) break;
  }
  return spellDuration(elapsed);
}

function grown(plan: Plan, row: StepRow, days: number): Pulled | null {
  const last = addDays(row.finishDay ?? "", days);
  const first = (row.start ?? "").slice(0, 10);
  const typed = readTyped("finish", last < first ? first : last, { plan, row });
  return typed.kind === "value" ? { field: typed.field, value: typed.value } : null;
}
