import { shiftsOn } from "#domain/calendar/calendar";
import { dayNumber } from "#domain/calendar/day";
import { findDuration } from "#domain/calendar/duration";
import { instantOfMinute, offsetsOf, spellInstant } from "#domain/calendar/zone";
import { blankStep } from "#domain/plan/blank";
import type { Plan, Rollback } from "#domain/plan/plan";
import { findCalendar } from "#domain/plan/plan-calendar";
import type { Network } from "#domain/schedule/network";
import { planNetwork } from "#domain/schedule/plan-network";
import { lengthOf, pointOfNoReturn } from "#domain/schedule/runbook";

export interface RollbackTimes {
  readonly minutesToRollBack: number | null;
  readonly pointOfNoReturn: string | null;
}

/**
 * How long a rollback takes, and when it must begin to be over as people come in on go-live. A runbook of which one step has no
 * length has none itself: a time too short is worse under stress than no time.
 */
export function rollbackTimes(rollback: Rollback, plan: Plan): RollbackTimes {
  const isTimed = rollback.runbook.every(({ duration }) => duration !== null && findDuration(duration) !== null);
  if (rollback.runbook.length === 0 || !isTimed) return { minutesToRollBack: null, pointOfNoReturn: null };
  const golive = plan.anchors["golive"] ?? null;
  const network = runbookNetwork(rollback, plan, golive ?? anyDay);
  const length = lengthOf(network);
  const point = golive === null ? null : pointOfNoReturn(network, openingOn(golive, plan));
  return {
    minutesToRollBack: length.kind === "length" ? length.elapsedMinutes : null,
    pointOfNoReturn: point?.kind === "point-of-no-return" ? spellInstant(point.at, plan.zone) : null,
  };
}

/** A length on the clock is the same on every day. */
const anyDay = "2000-01-03";

/** Whoever rolls back does not stop at night: the runbook runs around the clock. */
function runbookNetwork({ runbook }: Rollback, plan: Plan, day: string): Network {
  const known = new Set(runbook.map((step) => step.id));
  const steps = runbook.map(({ id, title, duration, after }) => ({
    ...blankStep(id, title),
    duration,
    after: after.filter((one) => known.has(one)).map((step) => ({ step, type: "FS" as const, lag: "0" })),
  }));
  return planNetwork({ ...plan, steps, start: day, calendar: { kind: "continuous" } }, day);
}

function openingOn(day: string, plan: Plan): number {
  const calendar = findCalendar(plan);
  const first = calendar?.kind === "working" ? shiftsOn(calendar, day)[0] : undefined;
  return instantOfMinute(dayNumber(day), first?.from ?? 0, offsetsOf(plan.zone));
}
