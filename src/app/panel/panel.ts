import type { PanelView } from "#contract/panel";
import { toText } from "#domain/sync/document";
import type { LoadedPlan } from "../adoption-ports";
import { deliverySummary } from "../plan/delivery-summary";
import { findPlan } from "../plan/find-plan";
import { livePlan } from "../plan/live-plan";
import { planAsSynced } from "../plan/load-plan";
import type { JiraItem, Outside } from "../ports";
import { detailsOf, scoreOf, tagOf } from "../risk/risk-board";
import { identityOf } from "../sync/held";
import { findMapping } from "../sync/space-mapping";
import { linkedTo } from "./linked-items";
import { rollbackPanel } from "./rollback-panel";
import type { Shown } from "./shown";
import { stepPanel } from "./step-panel";

type GateOf = (loaded: LoadedPlan) => Promise<{ open: boolean; sentence: string; unmet: readonly string[] }>;

/** What the panel on a work item shows; nothing on a work item that belongs to no plan. */
export async function panel(_: object, outside: Outside, gateOf: GateOf): Promise<PanelView> {
  const shown = await readShown(outside);
  if (shown === null) return { kind: "none" };
  const { item, plan, planKey, mapping } = shown;
  const named = { id: plan.id, title: plan.title, key: planKey };
  switch (shown.kind) {
    case "step":
      return stepPanel(shown, named);
    case "rollback":
      return rollbackPanel(shown, named);
    case "risk": {
      const [likelihood, impact] = [scoreOf(item, "likelihood"), scoreOf(item, "impact")];
      const { response } = detailsOf(item);
      return {
        kind: "risk",
        plan: named,
        title: item.summary,
        tag: tagOf(item),
        likelihood,
        impact,
        exposure: likelihood * impact,
        response: typeof response === "string" ? response : toText(item.description).text,
        threatens: linkedTo(item, { kind: "threatens", end: "from", mapping }),
      };
    }
    case "plan": {
      const gate = await gateOf({ plan, key: planKey, spaceId: mapping.space.id });
      const { done, total } = deliverySummary(await livePlan(plan.id, outside));
      return { kind: "plan", plan: named, done, total, gate };
    }
  }
}

async function readShown(outside: Outside): Promise<Shown | null> {
  const bare = await readBare(outside);
  const mapping = bare === null ? null : await findMapping(outside.settings, bare.spaceId);
  if (bare === null || mapping === null || identityOf(bare, mapping) === null) return null;
  const [item] = await outside.jira.fetchItems([bare.id], mapping);
  const identity = item === undefined ? null : identityOf(item, mapping);
  if (item === undefined || identity === null) return null;
  const within = { ...outside, space: mapping.space };
  const found = await findPlan(identity.plan, within);
  const plan = await planAsSynced(found, within);
  const now = outside.clock.now();
  return { kind: identity.kind, id: identity.item, item, plan, planKey: found.item.key, mapping, now };
}

async function readBare({ jira, issue }: Outside): Promise<JiraItem | null> {
  if (issue === null) return null;
  const [item] = await jira.fetchItems([issue.id], null);
  return item ?? null;
}
