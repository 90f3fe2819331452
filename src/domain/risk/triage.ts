import { riskState } from "./history";
import type { RiskHistory } from "./history";

export type TriageOutcome = "closed" | "retagged" | "escalated" | "untriaged";

export interface DeliveryTriage {
  readonly risk: string;
  readonly outcome: TriageOutcome;
}

/** Risks that nobody has closed, retagged or escalated, although what they threaten is being delivered (M51). */
export function untriaged(histories: readonly RiskHistory[], now: number): readonly string[] {
  return histories.filter((history) => outcomeAt(history, now) === "untriaged").map(({ risk }) => risk);
}

/** Every risk that was tagged pre-delivery and open as the plan was delivered, and what has become of it since. */
export function deliveryTriage(
  histories: readonly RiskHistory[],
  { deliveredAt, now }: { readonly deliveredAt: number; readonly now: number },
): readonly DeliveryTriage[] {
  if (now < deliveredAt) return [];
  return histories.flatMap((history) => {
    const then = riskState(history, deliveredAt);
    if (then === null || !then.isOpen || then.tag !== "pre-delivery") return [];
    return [{ risk: history.risk, outcome: outcomeAt(history, now) ?? "untriaged" }];
  });
}

/** Accepting or treating a risk settles who decides, and not on which side of delivery it now belongs. */
function outcomeAt(history: RiskHistory, now: number): TriageOutcome | null {
  const state = riskState(history, now);
  if (state === null) return null;
  if (!state.isOpen) return "closed";
  if (state.tag === "post-delivery") return "retagged";
  return state.decision?.decision === "escalate" ? "escalated" : "untriaged";
}
