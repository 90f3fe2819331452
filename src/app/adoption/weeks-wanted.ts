import { latestDays, weekThree } from "#domain/adoption/work";
import { weekOfDay } from "#domain/calendar/week";
import { dayAt } from "#domain/calendar/zone";
import type { Plan } from "#domain/plan/plan";
import { goLiveDays } from "./plan-clock";

/** Of the hours people worked only the third weeks and the latest days are read. */
export function weeksWanted(plan: Plan, cut: number | null): readonly number[] {
  if (cut === null) return [];
  const cutDay = dayAt(cut, plan.zone);
  const third = [...goLiveDays(plan).values()].map(weekThree).filter(({ last }) => last < cutDay);
  const days = [...third.flatMap(({ first, last }) => [first, last]), ...latestDays(cutDay)];
  return [...new Set(days.map(weekOfDay))];
}
