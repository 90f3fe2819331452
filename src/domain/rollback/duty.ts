import type { Affects, Plan, Rollback } from "#domain/plan/plan";
import { needsRollback } from "#domain/plan/rules/rollbacks";

export interface RollbackDuty {
  readonly isNeeded: boolean;
  /** What the plan touches that makes it so. */
  readonly because: readonly string[];
  /** Nothing is needed, or one rollback is there that could be carried out. */
  readonly isMet: boolean;
  readonly lacks: readonly { readonly rollback: string; readonly parts: readonly string[] }[];
}

/** Whether the first gate has to wait for a rollback (M13): triggers say when, a runbook how, and a notice who is told. */
export function rollbackDuty({ affects, rollbacks }: Pick<Plan, "affects" | "rollbacks">): RollbackDuty {
  const isNeeded = needsRollback(affects);
  const lacks = rollbacks
    .map((rollback) => ({ rollback: rollback.id, parts: missingParts(rollback) }))
    .filter(({ parts }) => parts.length > 0);
  const isMet = !isNeeded || lacks.length < rollbacks.length;
  return { isNeeded, because: touched(affects), isMet, lacks };
}

function touched({ liveSystems, productionData, businessOperations }: Affects): readonly string[] {
  const named = {
    "live systems": liveSystems,
    "production data": productionData,
    "business operations": businessOperations,
  };
  return Object.entries(named).flatMap(([what, isTouched]) => (isTouched ? [what] : []));
}

function missingParts({ triggers, runbook, communication }: Rollback): readonly string[] {
  const parts = { triggers: triggers.length, runbook: runbook.length, communication: communication.length };
  return Object.entries(parts).flatMap(([part, count]) => (count === 0 ? [part] : []));
}
