import type { RollbackPanel } from "#contract/panel";
import type { Trigger } from "#domain/plan/plan";
import { rollbackTimes } from "#domain/rollback/times";
import { linkedTo } from "./linked-items";
import { nameOf, ownPlan } from "./shown";
import type { Shown } from "./shown";

export function rollbackPanel(shown: Shown): RollbackPanel {
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
    ...(rollback === undefined ? noTimes : rollbackTimes(rollback, plan)),
    communication: (rollback?.communication ?? []).map(({ audience, channel, text }) => ({ audience, channel, text })),
  };
}

const noTimes = { minutesToRollBack: null, pointOfNoReturn: null } as const;

export function triggerText(trigger: Trigger): string {
  if (trigger.kind === "reading") {
    const { reading, op, value, unit } = trigger;
    return [reading, op, value, unit].join(" ").trim();
  }
  return trigger.facts.join(trigger.kind === "all" ? " and " : " or ");
}
