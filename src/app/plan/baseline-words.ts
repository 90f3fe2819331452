import type { PlanPageView } from "#contract/plan-page";
import { daysBetween } from "#domain/calendar/day";

interface Dated {
  readonly id: string;
  readonly finish: string;
}

/** By how much the work ends later than was promised: over the steps that baseline and plan share. */
export function baselineWords(baseline: PlanPageView["baseline"], items: readonly Dated[]): string {
  if (baseline === null) return "no baseline yet";
  const now = new Map(items.map(({ id, finish }) => [id, finish]));
  const shared = baseline.steps.filter(({ step }) => now.has(step));
  if (shared.length === 0) return "no step of the baseline is left";
  const promised = latest(shared.map(({ finish }) => finish));
  const slip = daysBetween(promised, latest(shared.map(({ step }) => now.get(step) ?? "")));
  return slip === 0 ? "as in the baseline" : `baseline ${slip > 0 ? "+" : "−"}${Math.abs(slip)} d`;
}

function latest(instants: readonly string[]): string {
  return instants.reduce((last, each) => (each > last ? each : last), "").slice(0, 10);
}
