import type { PlanSummary } from "#contract/plans";
export function RollbackScreen({ plan }: { readonly plan: PlanSummary }) {
  return <p>{plan.id}</p>;
}
