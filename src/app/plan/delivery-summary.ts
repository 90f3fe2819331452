import { overviewOf } from "#domain/plan/overview";
import type { Step } from "#domain/plan/plan";
import { holdsBack } from "#domain/plan/holds-back";
import type { LivePlan } from "./live-plan";

export interface DeliverySummary {
  readonly done: number;
  readonly total: number;
  /** Steps that may start now: not done, and nothing before them holds them back. */
  readonly ready: readonly Step[];
}

/** How far the work of a plan is. Steps that only group others are not counted. */
export function deliverySummary({ plan, items }: Pick<LivePlan, "plan" | "items">): DeliverySummary {
  const { work } = overviewOf(plan);
  const open = work.filter((step) => items.get(step.id)?.status.category !== "done");
  const isHeld = ({ after }: Step) =>
    after.some(({ step, type }) => holdsBack(type, items.get(step)?.status ?? { category: "new" }));
  return { done: work.length - open.length, total: work.length, ready: open.filter((step) => !isHeld(step)) };
}
