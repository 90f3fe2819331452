import type { CriticalRisksView } from "#contract/risks";
import { criticalExposure } from "#domain/risk/exposure";
import { planDates } from "#domain/schedule/plan-dates";
import { livePlan } from "../plan/live-plan";
import type { Outside } from "../ports";
import { currentScore, isOpen, tagOf } from "./risk-words";

/** The open risks that can move the end of the plan, with the critical steps they threaten. */
export async function criticalRisks(
  { plan: id }: { readonly plan: string },
  outside: Outside,
): Promise<CriticalRisksView> {
  const { plan, items } = await livePlan(id, outside);
  const dates = planDates(plan, outside.clock.now());
  const weighed = plan.risks.flatMap((risk) => {
    const item = items.get(risk.id);
    if (item === undefined) return [];
    return [{ id: risk.id, tag: tagOf(item), isOpen: isOpen(item), ...currentScore(item), threatens: risk.threatens }];
  });
  const steps = plan.steps.map((step) => ({ id: step.id, critical: dates.of(step.id)?.critical ?? false }));
  const { open, exposure, risks } = criticalExposure(weighed, steps);
  const titles = new Map(plan.steps.map((step) => [step.id, step.title]));
  return {
    open,
    exposure,
    risks: risks.map((risk) => ({
      key: items.get(risk.id)?.key ?? risk.id,
      title: items.get(risk.id)?.summary ?? risk.id,
      exposure: risk.exposure,
      steps: risk.steps.map((step) => titles.get(step) ?? step),
    })),
  };
}
