import type { Agreed } from "./item";

export type Step =
  | { readonly kind: "rest" }
  | { readonly kind: "push"; readonly value: string | null }
  | { readonly kind: "pull"; readonly value: string | null }
  | { readonly kind: "conflict"; readonly plan: string | null; readonly jira: string | null };

/** What one field needs, given what each side held when they last agreed and what each holds now. */
export function reconcile(base: Agreed | null, plan: string | null, jira: string | null): Step {
  if (plan === jira) return { kind: "rest" };
  if (base === null) return meet(plan, jira);
  const planMoved = plan !== base.plan;
  const jiraMoved = jira !== base.jira;
  if (planMoved && jiraMoved) return { kind: "conflict", plan, jira };
  if (planMoved) return { kind: "push", value: plan };
  if (jiraMoved) return { kind: "pull", value: jira };
  return { kind: "rest" };
}

/** Two sides that never met: the one that says something is believed; where both do, a person decides. */
function meet(plan: string | null, jira: string | null): Step {
  if (jira === null) return { kind: "push", value: plan };
  if (plan === null) return { kind: "pull", value: jira };
  return { kind: "conflict", plan, jira };
}

/** What both sides are taken to hold once a step is done; null leaves the memory as it was. */
export function agree(step: Step, plan: string | null, jira: string | null): Agreed | null {
  if (step.kind === "conflict") return null;
  if (step.kind === "push") return { plan, jira: plan };
  return { plan, jira };
}
