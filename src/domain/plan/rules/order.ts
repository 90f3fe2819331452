import type { Remark, Rule } from "../finding";
import { called } from "../overview";
import type { PlanOverview } from "../overview";
import { phaseNumber } from "../phases";
import type { Step, StepKind } from "../plan";

export const orderRules: readonly Rule[] = [
  { id: "phase-order", keeps: "M65", level: "warning", check: phaseOrder },
  { id: "kind-order", keeps: "M33", level: "warning", check: kindOrder },
];

/** A step may wait for its own phase or an earlier one, never for a later one. */
function phaseOrder(overview: PlanOverview): readonly Remark[] {
  const { plan, steps } = overview;
  return plan.steps.flatMap((step) => {
    const own = phaseNumber(step.phase);
    return step.after.flatMap((dependency) => {
      const before = steps.get(dependency.step);
      const other = phaseNumber(before?.phase ?? null);
      if (dependency.type !== "FS" || own === null || other === null || other <= own) return [];
      return [
        {
          item: step.id,
          field: "phase",
          message: `${called(step.id, overview)} (${step.phase}) waits for ${called(dependency.step, overview)}, which belongs to the later phase ${before?.phase}.`,
          mend: "Turn the dependency round, or correct a phase.",
        },
      ];
    });
  });
}

/** Each pair: the second never comes before the first (M33, M34, M68). */
const orders: readonly { readonly first: StepKind; readonly second: StepKind }[] = [
  { first: "process-design", second: "configuration" },
  { first: "unit-test", second: "acceptance-test" },
  { first: "acceptance-test", second: "tuesday-morning" },
];

function kindOrder(overview: PlanOverview): readonly Remark[] {
  return orders.flatMap(({ first, second }) =>
    overview.plan.steps
      .filter((step) => step.kind === first)
      .flatMap((step) => {
        const later = waitsFor(step, second, overview);
        if (!later) return [];
        const message = `${called(step.id, overview)} (${first}) waits for ${called(later.id, overview)} (${second}), which should come after it.`;
        return [{ item: step.id, field: "kind", message, mend: "Turn the dependency round." }];
      }),
  );
}

function waitsFor(step: Step, kind: StepKind, { steps }: PlanOverview): Step | null {
  const seen = new Set<string>();
  const waiting = step.after.map((dependency) => dependency.step);
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const before = steps.get(id);
    if (!before || seen.has(id)) continue;
    if (before.kind === kind) return before;
    seen.add(id);
    waiting.push(...before.after.map((dependency) => dependency.step));
  }
  return null;
}
