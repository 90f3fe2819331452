import type { VerdictView } from "#contract/adoption";
import type { NextAction, OverviewView } from "#contract/plans";
import { dayAt } from "#domain/calendar/zone";
import { lint } from "#domain/plan/lint";
import type { LoadedPlan } from "../adoption-ports";
import type { Outside } from "../ports";
import { deliverySummary } from "./delivery-summary";
import type { DeliverySummary } from "./delivery-summary";
import { livePlan } from "./live-plan";
import type { LivePlan } from "./live-plan";
import { planSummary } from "./plan-summary";

/** What the overview says beside delivery, from whoever measures it. */
export type ImplementedPart = (loaded: LoadedPlan) => Promise<{
  readonly verdict: VerdictView;
  readonly lines: readonly string[];
  readonly symptoms: OverviewView["symptoms"];
}>;

export async function overview(
  { plan: id }: { readonly plan: string },
  outside: Outside,
  implementedPart: ImplementedPart,
): Promise<OverviewView> {
  const live = await livePlan(id, outside);
  const { plan, item, mapping } = live;
  const { symptoms, ...implemented } = await implementedPart({ plan, key: item.key, spaceId: mapping.space.id });
  const delivery = deliverySummary(live);
  const { done, total } = delivery;
  const isDelivered = total > 0 && done === total;
  return {
    plan: planSummary(plan, item.key),
    delivered: {
      done,
      total,
      verdict: isDelivered ? { colour: "GREEN", reason: null } : { colour: "RED", reason: "threshold" },
    },
    implemented,
    next: nextActions(live, delivery),
    milestones: Object.entries(plan.anchors)
      .map(([name, day]) => ({ name, day }))
      .toSorted((a, b) => (a.day < b.day ? -1 : 1)),
    symptoms,
    today: dayAt(outside.clock.now(), plan.zone),
  };
}

const mostActions = 5;

function nextActions({ plan, items }: LivePlan, { ready }: DeliverySummary): readonly NextAction[] {
  const isOpen = (id: string) => items.get(id)?.status.category !== "done";
  const risks = plan.risks.filter((risk) => risk.tag === "pre-delivery" && isOpen(risk.id)).length;
  const errors = lint(plan).filter(({ level }) => level === "error").length;
  const affects = Object.values(plan.affects).some(Boolean);
  const tab = (text: string, name: string): NextAction => ({ text, target: { kind: "tab", tab: name } });
  const actions = [
    ...(errors > 0 ? [tab(`Mend ${errors} ${errors === 1 ? "fault" : "faults"} of the plan`, "plan")] : []),
    ...(risks > 0 ? [tab(`Decide on ${risks} open pre-delivery ${risks === 1 ? "risk" : "risks"}`, "risks")] : []),
    ...(affects && plan.rollbacks.length === 0 ? [tab("Write a rollback: live systems are affected", "rollback")] : []),
    ...ready.flatMap((step): readonly NextAction[] => {
      const key = items.get(step.id)?.key;
      return key === undefined ? [] : [{ text: step.title, target: { kind: "item", key } }];
    }),
  ];
  return actions.slice(0, mostActions);
}
