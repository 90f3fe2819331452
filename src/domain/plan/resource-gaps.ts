import type { Plan } from "./plan";
import type { Resource } from "./register";

/** When a step happens, first and last day, as the schedule has worked it out. */
export interface StepDays {
  readonly step: string;
  readonly first: string;
  readonly last: string;
}

export interface Gap extends StepDays {
  readonly resource: string;
}

/** Steps that need a resource on days it is not there (M7). */
export function resourceGaps(plan: Plan, dates: readonly StepDays[]): readonly Gap[] {
  const days = new Map(dates.map((entry) => [entry.step, entry]));
  return plan.steps.flatMap((step) => {
    const at = days.get(step.id);
    if (!at) return [];
    return plan.resources
      .filter((resource) => step.needs.includes(resource.id) && isAway(resource, at))
      .map((resource) => ({ ...at, resource: resource.id }));
  });
}

function isAway({ from, to }: Resource, { first, last }: StepDays): boolean {
  return (from !== null && first < from) || (to !== null && last > to);
}

export interface Booking {
  readonly plan: string;
  readonly step: string;
  readonly resource: string;
  readonly first: string;
  readonly last: string;
}

export interface Clash {
  readonly resource: string;
  readonly day: string;
  readonly bookings: readonly Booking[];
}

export function bookingsOf(plan: Plan, dates: readonly StepDays[]): readonly Booking[] {
  const needs = new Map(plan.steps.map(({ id, needs }) => [id, needs]));
  return dates.flatMap(({ step, first, last }) =>
    (needs.get(step) ?? []).map((resource) => ({ plan: plan.id, step, resource, first, last })),
  );
}

/** The first day on which a resource is booked more often than there is of it, over all plans that share it. */
export function clashes(bookings: readonly Booking[], quantity: (resource: string) => number): readonly Clash[] {
  return [...Map.groupBy(bookings, ({ resource }) => resource)].flatMap(([resource, booked]) => {
    const starts = [...new Set(booked.map(({ first }) => first))].toSorted();
    for (const day of starts) {
      const on = booked.filter(({ first, last }) => first <= day && day <= last);
      if (on.length > quantity(resource)) return [{ resource, day, bookings: on }];
    }
    return [];
  });
}
