import type { Plan } from "./plan";

/** The day an anchor stands for. A wave's own go-live comes before the plan's, and a wave's id is an anchor too. */
export function anchorDay(plan: Plan, anchor: string, wave: string | null): string | null {
  const own = anchor === "golive" ? plan.waves.find(({ id }) => id === wave)?.golive : null;
  return own ?? plan.anchors[anchor] ?? plan.waves.find(({ id }) => id === anchor)?.golive ?? null;
}
