import type { RollbackPanel } from "#contract/panel";
import type { Plan, Rollback, Trigger } from "#domain/plan/plan";
import { conditionOf, conditionText } from "#domain/rollback/condition";
import { lastMoment, rollbackTimes, wayBack } from "#domain/rollback/times";
import { linkedTo } from "./linked-items";
import { nameOf, ownPlan } from "./shown";
import type { Shown } from "./shown";

export function rollbackPanel(shown: Shown, now: number): RollbackPanel {
  const { item, identity, found } = shown;
  const plan = ownPlan(shown);
  const rollback = plan.rollbacks.find((one) => one.id === identity.item);
  return {
    kind: "rollback",
    plan: nameOf(shown, plan),
    title: item.summary,
    covers: linkedTo(item, { kind: "covers", end: "from", mapping: found.mapping }),
    triggers: (rollback?.triggers ?? []).map(triggerText),
    runbook: (rollback?.runbook ?? []).map(({ title, owner, duration }) => ({ title, owner, duration })),
    ...(rollback === undefined ? noTimes : timesAt(rollback, plan, now)),
    communication: (rollback?.communication ?? []).map(({ audience, channel, text }) => ({ audience, channel, text })),
  };
}

const noTimes = { minutesToRollBack: null, pointOfNoReturn: null, wayBack: { kind: "unknown" } } as const;

/** How long it takes, when it is too late for it, and whether it already is. */
export function timesAt(rollback: Rollback, plan: Plan, now: number) {
  return { ...rollbackTimes(rollback, plan), wayBack: wayBack(lastMoment(rollback, plan), now) };
}

export function triggerText(trigger: Trigger): string {
  return conditionText(conditionOf(trigger));
}
