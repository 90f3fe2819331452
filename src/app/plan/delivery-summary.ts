import { overviewOf } from "#domain/plan/overview";
import type { Step } from "#domain/plan/plan";
import type { LivePlan } from "./live-plan";

export interface DeliverySummary {
  readonly done: number;
  readonly total: number;
  /** Steps that may start now: not done, and everything before them is. */
  readonly ready: readonly Step[];
}

/** How far the work of a plan is. Steps that only group others are not counted. */
export function deliverySummary({ plan, items }: Pick<LivePlan, "plan" | "items">): DeliverySummary {
  const { work } = overviewOf(plan);
  const isDone = (id: string) => items.get(id)?.status.category === "done";
  const open = work.filter((step) => !isDone(step.id));
  return {
    done: work.length - open.length,
    total: work.length,
    ready: open.filter((step) => step.after.every((one) => isDone(one.step))),
  };
}
