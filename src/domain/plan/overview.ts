import type { Plan, Step } from "./plan";

/** A plan with what rules ask of it again and again, worked out once. */
export interface PlanOverview {
  readonly plan: Plan;
  readonly steps: ReadonlyMap<string, Step>;
  readonly children: ReadonlyMap<string, readonly Step[]>;
  /** Steps that are work themselves, not groups of other steps. */
  readonly work: readonly Step[];
  readonly followed: ReadonlySet<string>;
}

/** A step as people call it; one that the plan does not hold goes by its id. */
export function called(id: string, { steps }: Pick<PlanOverview, "steps">): string {
  const title = steps.get(id)?.title ?? "";
  return title === "" ? id : `“${title}”`;
}

export function overviewOf(plan: Plan): PlanOverview {
  const children = Map.groupBy(
    plan.steps.filter((step) => step.parent !== null),
    (step) => step.parent ?? "",
  );
  return {
    plan,
    steps: new Map(plan.steps.map((step) => [step.id, step])),
    children,
    work: plan.steps.filter((step) => !children.has(step.id)),
    followed: new Set(plan.steps.flatMap((step) => step.after.map((dependency) => dependency.step))),
  };
}
