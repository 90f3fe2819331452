import type { RollbackPanel } from "#contract/panel";
import { nameOf, ownPlan } from "./shown";
import type { Shown } from "./shown";

export function rollbackPanel(shown: Shown): RollbackPanel {
  const { item, identity } = shown;
  return { kind: "rollback", plan: nameOf(shown, ownPlan(shown)), title: item.summary, rollback: identity.item };
}
