import { addDays } from "#domain/calendar/day";
import { findDuration } from "#domain/calendar/duration";
import type { Step } from "#domain/plan/plan";
import { beganOn, isFinish } from "#domain/plan/step-timing";
import { element, raw } from "./xml-text";

/** Constraint types of the MSPDI schema. */
const numbers = {
  "as-late-as-possible": 1,
  "must-start-on": 2,
  "must-finish-on": 3,
  "start-no-later-than": 5,
  "finish-no-earlier-than": 6,
  "finish-no-later-than": 7,
} as const;

interface Pinned {
  readonly type: number;
  readonly date: string;
}

/** A day of its own holds a step before anything else does; `day` is that day. */
export function pinnedXml({ constraint }: Step, day: string | null): Pinned {
  if (day !== null) return { type: constraint?.kind === "must-start-on" ? 2 : 4, date: dateXml("ConstraintDate", day) };
  if (constraint === null || constraint.kind === "by-hand" || constraint.kind === "must-start-on")
    return { type: 0, date: "" };
  const on = "on" in constraint ? constraint.on : null;
  const date = on === null ? "" : (isFinish(constraint) ? endXml : dateXml)("ConstraintDate", on);
  return { type: numbers[constraint.kind], date };
}

/** A task scheduled by hand keeps its own start and length beside the ones that are worked out. */
export function isByHand({ constraint }: Step, day: string | null): boolean {
  return constraint?.kind === "by-hand" && day !== null;
}

export function deadlineXml({ deadline }: Step): string {
  return deadline === null ? "" : endXml("Deadline", deadline);
}

/**
 * `length` spells a duration as the schema does. Of a task that says how far it is and not since when, MS Project takes its planned day for
 * the day it began; so what nobody has said is not written.
 */
export function progressXml(step: Step, length: (words: string) => string): string {
  const began = beganOn(step);
  if (step.progress === null || began === null) return "";
  const { percent, finished, remaining } = step.progress;
  return [
    percent === null ? "" : element("PercentComplete", String(Math.round(percent))),
    dateXml("ActualStart", began),
    finished === null ? "" : endXml("ActualFinish", finished),
    remaining === null || isElsewhere(step) ? "" : element("RemainingDuration", length(remaining)),
  ].join("");
}

/** What remains is counted as the length is, by work or by the clock. */
export function isElsewhere({ duration, progress }: Step): boolean {
  const isElapsed = (words: string | null | undefined) => (findDuration(words ?? "")?.elapsedMinutes ?? 0) !== 0;
  return (progress?.remaining ?? null) !== null && isElapsed(duration) !== isElapsed(progress?.remaining);
}

export function baselineXml({ baseline }: Step): string {
  if (baseline === null) return "";
  const { start, finish } = baseline;
  const days = (start === null ? "" : dateXml("Start", start)) + (finish === null ? "" : endXml("Finish", finish));
  return raw("Baseline", element("Number", "0") + days);
}

export function dateXml(name: string, moment: string): string {
  return element(name, `${moment.includes("T") ? moment : `${moment}T00:00`}:00`);
}

/** A day used to its end ends as the next one begins. */
function endXml(name: string, moment: string): string {
  return dateXml(name, moment.includes("T") ? moment : addDays(moment, 1));
}
