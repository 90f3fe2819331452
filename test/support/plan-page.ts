import type { PlanPageView, StepEdit } from "#contract/plan-page";
import { blankPlan, blankStep } from "#domain/plan/blank";
import type { Plan, Step } from "#domain/plan/plan";
import { applyEdits } from "../../static/src/plan/step-field";
import { stepRows } from "../../static/src/timeline/step-row";
import type { Rows } from "../../static/src/timeline/step-row";

/** A plan of steps of a day each, on working days from Monday, 2 March 2026. */
export function planOf(...steps: readonly (Partial<Step> & Pick<Step, "id">)[]): Plan {
  return {
    ...blankPlan("crm", "CRM"),
    start: "2026-03-02",
    steps: steps.map(({ id, ...rest }) => ({ ...blankStep(id, `Step ${id}`), duration: "1d", ...rest })),
  };
}

export const after = (...steps: readonly string[]) => steps.map((step) => ({ step, type: "FS", lag: "0" }) as const);

/** What the page of that plan is given, seen on 2 March 2026. */
export function pageOf(plan: Plan, rest: Partial<PlanPageView> = {}): PlanPageView {
  return {
    plan,
    key: "CRM-1",
    now: Date.UTC(2026, 2, 2, 9),
    steps: plan.steps.map(({ id }, at) => ({
      step: id,
      key: `CRM-${String(at + 2)}`,
      status: { id: "1", name: "To Do", category: "new" },
      assignee: null,
      began: null,
      ended: null,
    })),
    statuses: [],
    marks: [],
    editing: { kind: "allowed" },
    edits: [],
    baseline: null,
    hasEarlierBaseline: false,
    freezes: [],
    ...rest,
  };
}

export function rowsOf(view: PlanPageView, edits: readonly StepEdit[] = []): Rows {
  return stepRows({ view, plan: applyEdits(view.plan, edits), edits });
}
