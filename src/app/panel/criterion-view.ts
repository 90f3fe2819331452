import { sayDay } from "#domain/calendar/say-day";
import type { StepPanel } from "#contract/panel";
import { judgeCriterion } from "#domain/plan/criterion";
import { criterionWindow } from "#domain/plan/criterion-window";
import type { Anchored, Criterion, Plan, Step } from "#domain/plan/plan";
import { anchorName } from "../plan/milestones";

export interface Judging {
  readonly plan: Plan;
  readonly step: Step;
  readonly done: boolean;
  readonly now: number;
}

/**
 * A criterion with its state as far as Jira alone shows it: readings are not kept with the work item, so a deadline that passes while
 * the step is still open fails it, and a step that is done still has its evidence to show.
 */
export function criterionView(criterion: Criterion, { plan, step, done, now }: Judging): StepPanel["criteria"][number] {
  const window = criterionWindow(criterion, plan, step);
  return { text: criterionText(criterion), state: done ? "pending" : judgeCriterion(criterion, [], { now, window }) };
}

export function criterionText({ measure, op, value, unit, by, holds }: Criterion): string {
  const when = by === null ? "" : ` by ${typeof by === "string" ? sayDay(by) : sayOffset(by)}`;
  const always = holds === "throughout" ? " throughout" : "";
  return `${measure} ${op} ${value}${unit === "" ? "" : ` ${unit}`}${always}${when}`;
}

function sayOffset({ anchor, offset }: Anchored): string {
  const day = anchorName(anchor);
  const length = offset.replace(/^[+-]/, "");
  if (Number.parseFloat(length) === 0) return day;
  return `${length} ${offset.startsWith("-") ? "before" : "after"} ${day}`;
}
