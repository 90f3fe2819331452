import type { Plan } from "#domain/plan/plan";

/** The plan as if its file named the work items a person has confirmed. */
export function withKeys(plan: Plan, adopt: Readonly<Record<string, string>>): Plan {
  if (Object.keys(adopt).length === 0) return plan;
  const keyed = <T extends { readonly id: string; readonly key: string | null }>(item: T): T => ({
    ...item,
    key: adopt[item.id] ?? item.key,
  });
  return {
    ...plan,
    steps: plan.steps.map(keyed),
    risks: plan.risks.map(keyed),
    rollbacks: plan.rollbacks.map(keyed),
  };
}
