import type { RiskState } from "./history";
import { bandOf, exposureOf } from "./matrix";
import type { Assessment, Matrix } from "./matrix";

const dayMs = 86_400_000;

/** Whole days of 24 hours since a person touched the risk; none while a clock runs behind. */
export function staleDays({ touchedAt }: Pick<RiskState, "touchedAt">, now: number): number {
  return Math.max(0, Math.floor((now - touchedAt) / dayMs));
}

/** Heavy risks are forgotten sooner; exactly as many days as the band allows is not yet too many. */
export function isStale(
  state: Pick<RiskState, "isOpen" | "touchedAt">,
  assessment: Assessment,
  at: { readonly now: number; readonly matrix: Matrix },
): boolean {
  const { staleAfterDays } = bandOf(at.matrix, exposureOf(assessment));
  return state.isOpen && at.now - state.touchedAt > staleAfterDays * dayMs;
}
