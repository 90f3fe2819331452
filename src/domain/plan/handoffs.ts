import type { Plan, Side } from "./plan";

export interface Handoff {
  readonly from: string;
  readonly to: string;
  readonly gives: Side;
  readonly takes: Side;
  readonly acceptedBy: string | null;
}

/** Every dependency that crosses from supplier to buyer or back (M18). What is done jointly crosses nothing. */
export function handoffsOf(plan: Plan): readonly Handoff[] {
  const sides = new Map(plan.steps.map(({ id, side }) => [id, side]));
  return plan.steps.flatMap((step) =>
    step.after.flatMap(({ step: from }) => {
      const gives = sides.get(from) ?? null;
      const takes = step.side;
      if (gives === null || takes === null || gives === takes || gives === "joint" || takes === "joint") return [];
      const accepted = plan.handoffs.find((handoff) => handoff.from === from && handoff.to === step.id);
      return [{ from, to: step.id, gives, takes, acceptedBy: accepted?.acceptedBy ?? null }];
    }),
  );
}
