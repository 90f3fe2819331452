import { continuousCalendar } from "#domain/calendar/calendar";
import { findDuration, spanOf } from "#domain/calendar/duration";
import { overviewOf } from "./overview";
import type { Plan } from "./plan";
import { findCalendar } from "./plan-calendar";

/** How the work is divided, in minutes (M82). Eighty to twenty is what implementations that work out are said to look like. */
export interface Effort {
  readonly preparation: number;
  /** Technical work and the handling of data. */
  readonly execution: number;
  /** Of steps that name no stream. */
  readonly unsaid: number;
}

const execution = ["technical", "data"];

export function effortOf(plan: Plan): Effort {
  const calendar = findCalendar(plan) ?? continuousCalendar(plan.zone);
  const sum = { preparation: 0, execution: 0, unsaid: 0 };
  for (const { duration, stream } of overviewOf(plan).work) {
    const length = duration === null ? null : findDuration(duration);
    if (length === null) continue;
    const { work, elapsed } = spanOf(length, calendar);
    sum[stream === null ? "unsaid" : execution.includes(stream) ? "execution" : "preparation"] += work + elapsed;
  }
  return sum;
}
