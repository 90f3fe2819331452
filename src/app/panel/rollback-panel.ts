import type { RollbackPanel } from "#contract/panel";
import { instantOf, spellInstant } from "#domain/calendar/zone";
import { blankStep } from "#domain/plan/blank";
import { findCalendar } from "#domain/plan/plan-calendar";
import type { Plan, Rollback, Trigger } from "#domain/plan/plan";
import { planNetwork } from "#domain/schedule/plan-network";
import { lengthOf, pointOfNoReturn } from "#domain/schedule/runbook";
import { linkedTo } from "./linked-items";
import type { Shown } from "./shown";

export function rollbackPanel({ id, item, plan, mapping }: Shown, named: RollbackPanel["plan"]): RollbackPanel {
  const rollback = plan.rollbacks.find((one) => one.id === id);
  return {
    kind: "rollback",
    plan: named,
    title: item.summary,
    covers: linkedTo(item, { kind: "covers", end: "from", mapping }),
    triggers: (rollback?.triggers ?? []).map(triggerText),
    runbook: (rollback?.runbook ?? []).map(({ title, owner, duration }) => ({ title, owner, duration })),
    ...(rollback === undefined ? { minutesToRollBack: null, pointOfNoReturn: null } : timesOf(rollback, plan)),
    communication: (rollback?.communication ?? []).map(({ audience, channel, text }) => ({ audience, channel, text })),
  };
}

function triggerText(trigger: Trigger): string {
  if (trigger.kind === "reading") {
    const { reading, op, value, unit } = trigger;
    return [reading, op, value, unit].join(" ").trim();
  }
  return trigger.facts.join(trigger.kind === "all" ? " and " : " or ");
}

/** A rollback runs around the clock: the length of its longest chain, and when it must begin to be over as people come in on go-live. */
function timesOf({ runbook }: Rollback, plan: Plan): Pick<RollbackPanel, "minutesToRollBack" | "pointOfNoReturn"> {
  const known = new Set(runbook.map((step) => step.id));
  const steps = runbook.map(({ id, title, duration, after }) => ({
    ...blankStep(id, title),
    duration,
    after: after.filter((one) => known.has(one)).map((step) => ({ step, type: "FS" as const, lag: "0" })),
  }));
  const golive = plan.anchors["golive"] ?? null;
  const day = golive ?? "2000-01-03";
  const network = planNetwork({ ...plan, steps, start: day, calendar: { kind: "continuous" } }, day);
  const length = runbook.length === 0 ? null : lengthOf(network);
  const windowEnd = golive === null ? null : instantOf(golive, openingTime(plan), plan.zone);
  const point = runbook.length === 0 || windowEnd === null ? null : pointOfNoReturn(network, windowEnd);
  return {
    minutesToRollBack: length?.kind === "length" ? length.elapsedMinutes : null,
    pointOfNoReturn: point?.kind === "point-of-no-return" ? spellInstant(point.at, plan.zone) : null,
  };
}

function openingTime(plan: Plan): string {
  const first = plan.calendar.kind === "working" ? plan.calendar.hours[0] : undefined;
  return findCalendar(plan) === null || first === undefined ? "00:00" : first.slice(0, 5);
}
