import type { PlanSummary } from "#contract/plans";
import type { Plan } from "#domain/plan/plan";

export function planSummary(plan: Plan, key: string | null): PlanSummary {
  return {
    id: plan.id,
    title: plan.title,
    key,
    zone: plan.zone,
    steps: plan.steps.length,
    risks: plan.risks.length,
    rollbacks: plan.rollbacks.length,
    waves: plan.waves.map(({ id, title }) => ({ id, title })),
  };
}
