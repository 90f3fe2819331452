import { isDay } from "#domain/calendar/day";
import { instantOf } from "#domain/calendar/zone";
import type { CriterionWindow } from "./criterion";
import type { Anchored, Criterion, Plan, Step } from "./plan";
import { anchoredDay } from "./step-day";

/** When a criterion's window opens and closes; a deadline that is a day lasts until that day is over in the plan's zone. */
export function criterionWindow({ from, by }: Criterion, plan: Plan, step: Pick<Step, "wave">): CriterionWindow {
  return { from: momentOf(from, "00:00"), by: momentOf(by, "24:00") };

  function momentOf(when: string | Anchored | null, time: string): number | null {
    const words = when === null || typeof when === "string" ? when : anchoredDay(plan, when, step.wave);
    const [day = "", at = time] = words?.split("T") ?? [];
    return isDay(day) ? instantOf(day, at, plan.zone) : null;
  }
}
