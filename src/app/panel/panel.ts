import type { PanelView, PlanPanel } from "#contract/panel";
import type { LoadedPlan } from "../adoption-ports";
import { deliverySummary } from "../plan/delivery-summary";
import { liveFrom } from "../plan/live-plan";
import type { Outside } from "../ports";
import { planAround } from "./plan-around";
import { riskPanel } from "./risk-panel";
import { rollbackPanel } from "./rollback-panel";
import { findShown, nameOf } from "./shown";
import { stepPanel } from "./step-panel";

type GateOf = (loaded: LoadedPlan) => Promise<PlanPanel["gate"]>;

/** What the panel on a work item shows; nothing on a work item that belongs to no plan. */
export async function panel(_: object, outside: Outside, gateOf: GateOf): Promise<PanelView> {
  const shown = await findShown(outside);
  if (shown === null) return { kind: "none" };
  switch (shown.identity.kind) {
    case "step":
      return stepPanel(shown, await planAround(shown, outside), outside.clock.now());
    case "rollback":
      return rollbackPanel(shown);
    case "risk":
      return riskPanel(shown, outside);
    case "plan": {
      const live = await liveFrom(shown.found, outside);
      const { plan, item, mapping } = live;
      const { done, total } = deliverySummary(live);
      const gate = await gateOf({ plan, key: item.key, spaceId: mapping.space.id });
      return { kind: "plan", plan: nameOf(shown, plan), done, total, gate };
    }
  }
}
