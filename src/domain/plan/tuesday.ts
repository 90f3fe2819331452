import { addDays, dayNumber, weekdayOf } from "#domain/calendar/day";
import { isWorkingDay } from "#domain/calendar/working-day";
import { anchorDay } from "./anchor-day";
import type { Plan, Step } from "./plan";
import { findCalendar } from "./plan-calendar";
import { stepDay } from "./step-day";

/** Why a day or a set of departments makes no Tuesday-morning test (M34). */
export type TuesdayFault =
  | "not-tuesday"
  | "holiday"
  | "departments"
  | "before-delivery"
  | "after-golive"
  | "four-hours";

/** The test is ordinary work of one department for four hours on an ordinary Tuesday, after delivery and before everybody goes live. */
export function tuesdayFaults(plan: Plan, step: Step): readonly TuesdayFault[] {
  const day = stepDay(plan, step);
  const faults: TuesdayFault[] = day === null ? [] : [...dayFaults(plan, day, step.wave)];
  if (step.departments.length !== 1) faults.push("departments");
  if (step.duration !== null && !/^\s*(4h|240m|0\.5d)\s*$/.test(step.duration)) faults.push("four-hours");
  return faults;
}

function dayFaults(plan: Plan, day: string, wave: string | null): readonly TuesdayFault[] {
  const calendar = findCalendar(plan);
  const { delivery } = plan.anchors;
  const golive = anchorDay(plan, "golive", wave);
  const faults: readonly (TuesdayFault | null)[] = [
    weekdayOf(dayNumber(day)) === 2 ? null : "not-tuesday",
    calendar === null || isWorkingDay(calendar, day) || weekdayOf(dayNumber(day)) !== 2 ? null : "holiday",
    delivery !== undefined && day <= delivery ? "before-delivery" : null,
    golive !== null && day >= golive ? "after-golive" : null,
  ];
  return faults.filter((fault) => fault !== null);
}

/** The Tuesdays that would do, first to last. */
export function proposeTuesdays(plan: Plan, wave: string | null): readonly string[] {
  const { delivery } = plan.anchors;
  const golive = anchorDay(plan, "golive", wave);
  if (delivery === undefined || golive === null) return [];
  const toTuesday = ((2 - weekdayOf(dayNumber(delivery)) + 6) % 7) + 1;
  const days: string[] = [];
  for (let day = addDays(delivery, toTuesday); day < golive; day = addDays(day, 7)) days.push(day);
  return days.filter((day) => dayFaults(plan, day, wave).length === 0);
}
