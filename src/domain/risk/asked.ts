import type { Plan, Risk } from "#domain/plan/plan";
import type { Role } from "./ladder";

/**
 * The person behind a role of a ladder, as the plan names them. A seat nobody holds does not end the escalation: it goes to whoever
 * runs the project, then to the implementation owner. Null only when the plan names nobody at all.
 */
export function personAsked(role: Role, plan: Plan, risk: Risk): string | null {
  const { sponsor, projectManager } = plan.seats;
  const named: Readonly<Record<Role, string | null>> = {
    "risk-owner": risk.owner,
    "project-manager": projectManager,
    "implementation-owner": plan.owner,
    supplier: supplierOf(plan),
    sponsor,
  };
  return named[role] ?? projectManager ?? plan.owner ?? sponsor;
}

/** The plan has no seat for the supplier's lead; the one who owns most of the supplier's steps is the nearest to it. */
function supplierOf({ steps }: Plan): string | null {
  const owned = Map.groupBy(
    steps.flatMap(({ side, owner }) => (side === "supplier" && owner !== null ? [owner] : [])),
    (owner) => owner,
  );
  const [most] = [...owned].toSorted(([a, mine], [b, theirs]) => theirs.length - mine.length || (a < b ? -1 : 1));
  return most?.[0] ?? null;
}
