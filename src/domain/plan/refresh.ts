import { refreshDays } from "#domain/calendar/working-day";
import { blankStep } from "./blank";
import type { Plan, Step } from "./plan";
import { findCalendar } from "./plan-calendar";

/** The three refreshes of M40, counted from the end of training; none while nobody knows when that is. */
export function refreshSteps(plan: Plan): readonly Step[] {
  const trainingEnd = plan.anchors.trainingEnd;
  const calendar = findCalendar(plan);
  if (trainingEnd === undefined || calendar === null) return [];
  const days = refreshDays(calendar, trainingEnd);
  return [
    refresh(
      "refresh-day-3",
      "Refresh the training on day three with the questions the help line heard most",
      days.day3,
    ),
    refresh("refresh-week-3", "Refresh the training in week three with the slowest transactions", days.week3),
    refresh("refresh-month-3", "Refresh the training in month three from the friction log", days.month3),
  ];
}

function refresh(id: string, title: string, start: string): Step {
  return { ...blankStep(id, title), start, duration: "1d", kind: "refresh", stream: "training" };
}
