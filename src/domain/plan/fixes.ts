import type { Finding } from "./finding";
import type { PlanOverview } from "./overview";
import type { Plan, Step, Threshold } from "./plan";
import { refreshSteps } from "./refresh";
import { proposeTuesdays, tuesdayFaults } from "./tuesday";

/** A mend that needs no decision: what changes in the plan, and how a button says it. */
export type Fix =
  | { readonly kind: "change-step"; readonly says: string; readonly step: string; readonly change: Partial<Step> }
  | { readonly kind: "add-steps"; readonly says: string; readonly steps: readonly Step[] }
  | { readonly kind: "add-threshold"; readonly says: string; readonly threshold: Threshold };

export function applyFix(plan: Plan, fix: Fix): Plan {
  if (fix.kind === "add-steps") return { ...plan, steps: [...plan.steps, ...fix.steps] };
  if (fix.kind === "change-step") {
    const steps = plan.steps.map((step) => (step.id === fix.step ? { ...step, ...fix.change } : step));
    return { ...plan, steps };
  }
  const { implementation } = plan.gates;
  const thresholds = [...implementation.thresholds, fix.threshold];
  return { ...plan, gates: { ...plan.gates, implementation: { ...implementation, thresholds } } };
}

/** The obvious mend of a finding; null where somebody has to decide. */
export function findFix(overview: PlanOverview, { rule, item, field }: Finding): Fix | null {
  const { plan } = overview;
  if (rule === "refresh-missing") return refreshFix(plan);
  if (rule === "gate-no-threshold") {
    const threshold: Threshold = { metric: "ttft", at: "14d", op: ">=", value: 0.8, rule: "confident", bound: null };
    return { kind: "add-threshold", says: "Ask that 80 % work alone within 14 days", threshold };
  }
  const step = item === null ? undefined : overview.steps.get(item);
  return step === undefined ? null : stepFix(overview, { rule, field, step });
}

function stepFix(
  { plan, steps }: PlanOverview,
  { rule, field, step }: { readonly rule: string; readonly field: string | null; readonly step: Step },
): Fix | null {
  const change = (says: string, what: Partial<Step>): Fix => {
    return { kind: "change-step", says, step: step.id, change: what };
  };
  if (rule === "constraint-idle") return change("Drop the constraint", { constraint: null });
  if (rule === "start-twice") return change("Keep the day and drop the anchor", { anchor: null });
  if (rule === "freeze" && field === "duration") return change("Let it last 48 elapsed hours", { duration: "2ed" });
  if (rule === "tuesday-test") return tuesdayFix(plan, step, change);
  if (rule !== "unknown-reference") return null;
  if (field === "after") {
    const after = step.after.filter((one) => steps.has(one.step));
    return change("Drop what is not there", { after });
  }
  if (field === "parent") return change("Take it out of the group that is not there", { parent: null });
  if (field === "calendar") return change("Work it by the plan's calendar", { calendar: null });
  return field === "wave" ? change("Take it out of the wave that is not there", { wave: null }) : null;
}

function tuesdayFix(plan: Plan, step: Step, change: (says: string, what: Partial<Step>) => Fix): Fix | null {
  const faults = tuesdayFaults(plan, step);
  if (faults.includes("four-hours")) return change("Let it take four hours", { duration: "4h" });
  const [day] = proposeTuesdays(plan, step.wave);
  const isWrongDay = faults.some((fault) => fault !== "departments");
  return isWrongDay && day !== undefined ? change(`Move it to ${day}`, { start: day, anchor: null }) : null;
}

function refreshFix(plan: Plan): Fix | null {
  const held = new Set(plan.steps.map(({ id }) => id));
  const steps = refreshSteps(plan).filter(({ id }) => !held.has(id));
  return steps.length === 0 ? null : { kind: "add-steps", says: "Add the refreshes that are missing", steps };
}
