import type { PlanSummary } from "#contract/plans";
import { planLabel } from "../parts/plan-label";

interface Props {
  readonly plans: readonly PlanSummary[];
  readonly current: string;
  readonly onChoose: (plan: string) => void;
}

export function PlanPicker({ plans, current, onChoose }: Props) {
  if (plans.length < 2) return null;
  return (
    <label className="picker">
      <span className="faint">Plan</span>
      <select value={current} onChange={(event) => onChoose(event.target.value)}>
        {plans.map((plan) => (
          <option key={plan.id} value={plan.id}>
            {plans.some(({ id, title }) => id !== plan.id && title === plan.title) ? planLabel(plan) : plan.title}
          </option>
        ))}
      </select>
    </label>
  );
}
