import { sayDay } from "../parts/day";
import type { StepRow } from "./step-row";

/** A step in one breath, for whoever hears the picture instead of seeing it. */
export function sayStep(row: StepRow): string {
  const facts = [
    sayDates(row),
    sayStatus(row),
    row.owner ?? "nobody owns it",
    ...(row.critical ? ["critical"] : []),
    ...(row.isLate ? ["late"] : []),
    ...(row.base === null ? [] : [sayLater(row.base.laterDays)]),
    ...(row.edited.size === 0 ? [] : ["changed here, not in Jira yet"]),
  ];
  return `${row.title}: ${facts.join(", ")}`;
}

export function sayDates({ start, finishDay, finish }: StepRow): string {
  if (start === null || finishDay === null) return "no dates";
  if (start === finish) return sayDay(start);
  return start.slice(0, 10) === finishDay ? sayDay(finishDay) : `${sayDay(start.slice(0, 10))} to ${sayDay(finishDay)}`;
}

export function sayStatus({ status }: StepRow): string {
  return status?.name ?? "not created";
}

/** `2 days late`, as against the baseline. */
export function sayLater(days: number): string {
  if (days === 0) return "as in the baseline";
  const length = `${String(Math.abs(days))} ${Math.abs(days) === 1 ? "day" : "days"}`;
  return days > 0 ? `${length} after the baseline` : `${length} before the baseline`;
}

/** `+2 d`, `−1 d`, `0 d`. */
export function signedDays(days: number): string {
  return `${days > 0 ? "+" : days < 0 ? "−" : ""}${String(Math.abs(days))} d`;
}
