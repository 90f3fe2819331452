import type { Comparison, Trigger } from "#domain/plan/plan";
import { clockMinutes } from "./runbook";

/** When a rollback has to be considered: a limit on a reading, a fact, or several of them together. */
export type Condition =
  | Limit
  | { readonly kind: "fact"; readonly fact: string }
  | { readonly kind: "all" | "any"; readonly of: readonly Condition[] };

export interface Limit {
  readonly kind: "reading";
  readonly reading: string;
  readonly op: Comparison;
  readonly value: number;
  readonly unit: string;
  /** A reading older than this says nothing any more; null: the last one holds until the next. */
  readonly windowMinutes: number | null;
}

export function conditionOf(trigger: Trigger): Condition {
  if (trigger.kind === "reading") {
    const { window, ...limit } = trigger;
    return { ...limit, windowMinutes: window === null ? null : clockMinutes(window) };
  }
  const of = trigger.of.map((part): Condition =>
    typeof part === "string" ? { kind: "fact", fact: part } : conditionOf(part),
  );
  return { kind: trigger.kind, of };
}

/** `downtime > 4 h`, `orders-stop and no-workaround`. */
export function conditionText(condition: Condition): string {
  switch (condition.kind) {
    case "reading": {
      const { reading, op, value, unit, windowMinutes } = condition;
      const within = windowMinutes === null ? "" : `within ${windowMinutes} min`;
      return [reading, op, value, unit, within].join(" ").trim().replaceAll(/\s+/g, " ");
    }
    case "fact":
      return condition.fact;
    case "all":
    case "any":
      return condition.of.map(innerText).join(condition.kind === "all" ? " and " : " or ");
  }
}

function innerText(condition: Condition): string {
  const isCompound = "of" in condition && condition.of.length > 1;
  return isCompound ? `(${conditionText(condition)})` : conditionText(condition);
}

/** The limits and facts a condition is made of. */
export function leavesOf(condition: Condition): readonly (Limit | { readonly kind: "fact"; readonly fact: string })[] {
  return "of" in condition ? condition.of.flatMap(leavesOf) : [condition];
}
