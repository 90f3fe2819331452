import type { VerdictView } from "#contract/adoption";
import type { NextAction, OverviewView } from "#contract/plans";
import type { NextReview } from "#contract/reviews";
import { isWatermelon } from "#domain/adoption/outcome";
import { dayAt } from "#domain/calendar/zone";
import { lint } from "#domain/plan/lint";
import type { Plan } from "#domain/plan/plan";
import type { LoadedPlan } from "../adoption-ports";
import type { JiraItem, Outside } from "../ports";
import type { PlanRef } from "../sync/run-ports";
import { baselineOf } from "./baseline";
import { baselineWords } from "./baseline-words";
import { deliverySummary } from "./delivery-summary";
import type { DeliverySummary } from "./delivery-summary";
import { livePlan } from "./live-plan";
import type { LivePlan } from "./live-plan";
import { milestones } from "./milestones";
import { planDates } from "#domain/schedule/plan-dates";
import { planSummary } from "./plan-summary";
import { untilDelivery } from "./until-delivery";

/** What the overview says beside delivery, from whoever measures it. */
export type ImplementedPart = (loaded: LoadedPlan) => Promise<{
  readonly verdict: VerdictView;
  readonly lines: readonly string[];
  readonly symptoms: OverviewView["symptoms"];
  /** KPIs against their planned curves. */
  readonly outcomes: readonly { readonly verdict: VerdictView; readonly sentence: string }[];
}>;

export interface OverviewParts {
  readonly implemented: ImplementedPart;
  /** When the risks are next to be reviewed, from whoever keeps the log of reviews. */
  readonly nextReview: (register: {
    readonly ref: PlanRef;
    readonly plan: Plan;
    readonly items: readonly JiraItem[];
  }) => Promise<NextReview>;
}

export async function overview(
  { plan: id }: { readonly plan: string },
  outside: Outside,
  parts: OverviewParts,
): Promise<OverviewView> {
  const live = await livePlan(id, outside);
  const { plan, item, mapping } = live;
  const { symptoms, outcomes, ...implemented } = await parts.implemented({
    plan,
    key: item.key,
    spaceId: mapping.space.id,
  });
  const risks = plan.risks.flatMap((risk) => live.items.get(risk.id) ?? []);
  const ref = { space: mapping.space.id, plan: id };
  const review = await parts.nextReview({ ref, plan, items: risks });
  const delivery = deliverySummary(live);
  const delivered = await deliveredPart(live, delivery, outside);
  return {
    plan: planSummary(plan, item.key),
    delivered,
    implemented,
    next: [...reviewAction(review, risks), ...nextActions(live, delivery, outside)].slice(0, mostActions),
    milestones: milestones(plan),
    symptoms: [...watermelon(delivered.verdict, outcomes), ...symptoms],
    today: dayAt(outside.clock.now(), plan.zone),
  };
}

/** The colour is of what was to be done by the delivery day: what follows it is implementation (M20). */
async function deliveredPart(
  { plan, items, mapping }: LivePlan,
  { done, total }: DeliverySummary,
  outside: Outside,
): Promise<OverviewView["delivered"]> {
  const now = outside.clock.now();
  const due = deliverySummary({ plan: untilDelivery(plan, now), items });
  const ref = { space: mapping.space.id, plan: plan.id };
  const { baseline } = await baselineOf(ref, new Set(items.keys()), outside);
  const sentence =
    due.total === 0 ? "No step is due by delivery." : `${due.done} of ${due.total} due by delivery are done.`;
  return {
    done,
    total,
    verdict: deliveredVerdict(due),
    sentence,
    baseline: baselineWords(baseline, planDates(plan, now).report.items),
  };
}

function deliveredVerdict({ done, total }: DeliverySummary): VerdictView {
  if (total === 0) return { colour: "RED", reason: "no-evidence" };
  return done === total ? { colour: "GREEN", reason: null } : { colour: "RED", reason: "threshold" };
}

/** K3: green on the schedule while what the plan is for is not. */
function watermelon(
  delivered: VerdictView,
  outcomes: Awaited<ReturnType<ImplementedPart>>["outcomes"],
): OverviewView["symptoms"] {
  if (!isWatermelon(delivered, outcomes)) return [];
  const red = outcomes.filter(({ verdict }) => verdict.colour === "RED");
  // One that is behind says more than one that nobody has read lately.
  const worst = red.find(({ verdict }) => verdict.reason === "threshold") ?? red[0];
  const isOld = worst?.verdict.reason === "stale-data" ? " Nobody has read it for more than seven days." : "";
  const counts = `Delivered, while ${red.length} of ${outcomes.length} outcomes are RED.`;
  const sentence = `${counts} ${worst?.sentence ?? ""}${isOld}`;
  return [{ name: "Green outside, red inside", sentence }];
}

const mostActions = 5;

function nextActions(live: LivePlan, delivery: DeliverySummary, outside: Outside): readonly NextAction[] {
  return [...planActions(live), ...stepActions(live, delivery, outside)];
}

/** Seven days after the last review that was held; a plan whose risks are all closed has nothing to review. */
function reviewAction({ overdueDays }: NextReview, risks: readonly JiraItem[]): readonly NextAction[] {
  if (overdueDays === 0 || risks.every(({ status }) => status.category === "done")) return [];
  const text = `Hold the weekly risk review: ${overdueDays} ${overdueDays === 1 ? "day" : "days"} overdue`;
  return [{ text, target: { kind: "tab", tab: "risks" } }];
}

function planActions({ plan, items }: LivePlan): readonly NextAction[] {
  const isOpen = (id: string) => items.get(id)?.status.category !== "done";
  const risks = plan.risks.filter((risk) => risk.tag === "pre-delivery" && isOpen(risk.id)).length;
  const errors = lint(plan).filter(({ level }) => level === "error").length;
  const affects = Object.values(plan.affects).some(Boolean);
  const tab = (text: string, name: string): NextAction => ({ text, target: { kind: "tab", tab: name } });
  return [
    ...(errors > 0 ? [tab(`Mend ${errors} ${errors === 1 ? "fault" : "faults"} of the plan`, "plan")] : []),
    ...(risks > 0 ? [tab(`Retag or close ${risks} pre-delivery ${risks === 1 ? "risk" : "risks"}`, "risks")] : []),
    ...(affects && plan.rollbacks.length === 0 ? [tab("Write a rollback: live systems are affected", "rollback")] : []),
  ];
}

/** Steps that may start: first the person's own, then by the day they are planned for. */
function stepActions(
  { plan, items }: LivePlan,
  { ready }: DeliverySummary,
  { who, clock }: Outside,
): readonly NextAction[] {
  const dates = planDates(plan, clock.now());
  const rank = (id: string) => {
    const isMine = items.get(id)?.assignee?.accountId === who.accountId;
    return `${isMine ? 0 : 1} ${dates.of(id)?.start ?? "9999"}`;
  };
  return ready
    .toSorted((a, b) => rank(a.id).localeCompare(rank(b.id)))
    .flatMap((step): readonly NextAction[] => {
      const key = items.get(step.id)?.key;
      return key === undefined ? [] : [{ text: `May start: ${step.title}`, target: { kind: "item", key } }];
    });
}
