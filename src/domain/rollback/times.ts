import { shiftsOn } from "#domain/calendar/calendar";
import { dayNumber } from "#domain/calendar/day";
import { instantOfMinute, offsetsOf, spellInstant } from "#domain/calendar/zone";
import type { Plan, Rollback } from "#domain/plan/plan";
import { findCalendar } from "#domain/plan/plan-calendar";
import { lengthOf, pointOfNoReturn } from "#domain/schedule/runbook";
import { runbookNetwork, timedSteps } from "./runbook";

export interface RollbackTimes {
  readonly minutesToRollBack: number | null;
  readonly pointOfNoReturn: string | null;
}

/** How long a rollback takes, and when it must begin to be over as people come in on go-live (M11). */
export function rollbackTimes(rollback: Rollback, plan: Plan): RollbackTimes {
  const network = runbookNetwork(timedSteps(rollback), 0);
  const length = network === null ? null : lengthOf(network);
  const at = lastMoment(rollback, plan);
  return {
    minutesToRollBack: length?.kind === "length" ? length.elapsedMinutes : null,
    pointOfNoReturn: at === null ? null : spellInstant(at, plan.zone),
  };
}

/** The end of the window minus the longest way through the runbook; null where either is not known. */
export function lastMoment(rollback: Rollback, plan: Plan): number | null {
  const golive = plan.anchors["golive"];
  const network = runbookNetwork(timedSteps(rollback), 0);
  if (golive === undefined || network === null) return null;
  const point = pointOfNoReturn(network, openingOn(golive, plan));
  return point.kind === "point-of-no-return" ? point.at : null;
}

function openingOn(day: string, plan: Plan): number {
  const calendar = findCalendar(plan);
  const first = calendar?.kind === "working" ? shiftsOn(calendar, day)[0] : undefined;
  return instantOfMinute(dayNumber(day), first?.from ?? 0, offsetsOf(plan.zone));
}

export type WayBack =
  | { readonly kind: "open"; readonly minutesLeft: number }
  | { readonly kind: "closed"; readonly minutesAgo: number }
  | { readonly kind: "unknown" };

/** Whether there is still time to turn back. At the very moment there still is. */
export function wayBack(lastMomentAt: number | null, now: number): WayBack {
  if (lastMomentAt === null) return { kind: "unknown" };
  const minutes = Math.floor(Math.abs(lastMomentAt - now) / 60_000);
  return now <= lastMomentAt ? { kind: "open", minutesLeft: minutes } : { kind: "closed", minutesAgo: minutes };
}
