import type { Finding } from "./finding";
import { lint } from "./lint";
import type { Plan } from "./plan";

/** The life of a plan (M1). */
export type PlanState = "draft" | "baselined" | "executing" | "delivered" | "hyper-care" | "implemented";

const next: Readonly<Record<PlanState, readonly PlanState[]>> = {
  draft: ["baselined"],
  baselined: ["draft", "executing"],
  executing: ["delivered"],
  delivered: ["executing", "hyper-care"],
  "hyper-care": ["implemented"],
  implemented: [],
};

export type Transition =
  | { readonly kind: "allowed"; readonly state: PlanState }
  | {
      readonly kind: "refused";
      readonly message: string;
      readonly mend: string;
      readonly findings: readonly Finding[];
    };

export function moveTo(plan: Plan, from: PlanState, to: PlanState): Transition {
  if (!next[from].includes(to)) {
    const mend =
      next[from].length === 0 ? "Start a new plan." : `From ${from} it can become ${next[from].join(" or ")}.`;
    return { kind: "refused", message: `A plan that is ${from} cannot become ${to}.`, mend, findings: [] };
  }
  const empty = to === "baselined" ? emptySections(plan) : [];
  const findings = to === "baselined" ? lint(plan).filter(({ level }) => level === "error") : [];
  const unsigned = to === "baselined" ? unsignedSections(plan) : [];
  if (empty.length === 0 && findings.length === 0 && unsigned.length > 0) {
    const message = `Nobody has signed ${unsigned.join(", ")}.`;
    return { kind: "refused", message, mend: "Let whoever answers for it sign before baselining.", findings: [] };
  }
  if (empty.length === 0 && findings.length === 0) return { kind: "allowed", state: to };
  const lacks = empty.length > 0 ? `has no ${empty.join(", no ")}` : `has ${findings.length} errors`;
  return { kind: "refused", message: `The plan ${lacks}.`, mend: "Fill these in before baselining.", findings };
}

/** Sections that somebody answers for and nobody has signed (M17), each with that person. */
function unsignedSections(plan: Plan): readonly string[] {
  return plan.sections
    .filter(({ signedBy }) => signedBy === null)
    .map(({ section, owner }) => (owner === null ? section : `${section} (${owner})`));
}

/** Sections no plan may be baselined without. */
export function emptySections(plan: Plan): readonly string[] {
  const sections = {
    objective: plan.objective.length,
    scope: plan.scope.in.length * plan.scope.out.length,
    owner: plan.owner === null ? 0 : 1,
    steps: plan.steps.length,
    risks: plan.risks.length,
    "RACI rows": plan.raci.length,
    communication: plan.communication.length,
  };
  return Object.entries(sections)
    .filter(([, count]) => count === 0)
    .map(([name]) => name);
}
