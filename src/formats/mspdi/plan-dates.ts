import { spellInstant } from "#domain/calendar/zone";
import type { Plan } from "#domain/plan/plan";
import { firstDay, planNetwork } from "#domain/schedule/plan-network";
import { schedule } from "#domain/schedule/schedule";

export interface TaskDates {
  readonly start: string;
  readonly finish: string;
}

export interface PlanDates {
  /** When the project starts; null where the plan names no day at all. */
  readonly start: string | null;
  readonly dates: ReadonlyMap<string, TaskDates>;
}

/**
 * The dates of every step, by the wall clock of the plan's zone. MS Project works out its own from links and calendar; other readers
 * of its format show the written ones. A plan without a single day, or with a circle, has none.
 */
export function planDates(plan: Plan): PlanDates {
  const first = plan.start ?? firstDay(plan);
  if (first === null) return { start: null, dates: new Map() };
  const start = `${first}T00:00:00`;
  const outcome = schedule(planNetwork(plan, first));
  if (outcome.kind !== "scheduled") return { start, dates: new Map() };
  const wall = (instant: number) => spellInstant(instant, plan.zone).slice(0, 19);
  const dates = outcome.items.map(
    ({ id, start, finish }) => [id, { start: wall(start), finish: wall(finish) }] as const,
  );
  return { start, dates: new Map(dates) };
}
