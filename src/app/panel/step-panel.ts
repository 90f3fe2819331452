import type { StepPanel } from "#contract/panel";
import { lint } from "#domain/plan/lint";
import type { Criterion, Step } from "#domain/plan/plan";
import { toText } from "#domain/sync/document";
import { planDates } from "../plan/plan-dates";
import { linkedTo } from "./linked-items";
import type { Shown } from "./shown";

export function stepPanel({ id, item, plan, mapping, now }: Shown, named: StepPanel["plan"]): StepPanel {
  const step = plan.steps.find((one) => one.id === id);
  const before = linkedTo(item, { kind: "after", end: "to", mapping });
  const behind = linkedTo(item, { kind: "after", end: "from", mapping });
  const waitingFor = before.filter(({ done }) => !done);
  const dates = planDates(plan, now);
  const dated = dates.of(id);
  const criteria = (step?.success ?? []).map(criterionText);
  const dependencies = before.map(({ key, title }) => `${key} ${title}`).join(", ");
  return {
    kind: "step",
    plan: named,
    title: item.summary,
    mayStart: {
      yes: waitingFor.length === 0,
      done: before.length - waitingFor.length,
      total: before.length,
      waitingFor,
    },
    attributes: {
      description: toText(item.description).text || null,
      owner: item.assignee?.name ?? step?.owner ?? null,
      timeline: timeline(step, dated),
      dependencies: dependencies || (behind.length > 0 ? "Waits for nothing; others wait for it" : null),
      success: criteria.join("; ") || null,
    },
    criteria: criteria.map((text) => ({ text, state: "pending" })),
    rollback: linkedTo(item, { kind: "covers", end: "to", mapping }),
    slackDays: dates.slackDays(id),
    critical: dated?.critical ?? false,
    zone: plan.zone,
    findings: lint(plan)
      .filter((finding) => finding.item === id)
      .map((finding) => ({ ...finding, line: null })),
  };
}

/** A computed date is no timeline while nobody has said how long the step takes or when it begins. */
function timeline(step: Step | undefined, dated: { start: string; finish: string } | null): string | null {
  const isSaid = step !== undefined && (step.duration !== null || step.start !== null || step.anchor !== null);
  if (!isSaid || dated === null) return null;
  const [start, finish] = [dated.start.slice(0, 10), dated.finish.slice(0, 10)];
  const length = step.duration === null ? "" : ` (${step.duration})`;
  return `${start === finish ? start : `${start} to ${finish}`}${length}`;
}

export function criterionText({ measure, op, value, unit, by, holds }: Criterion): string {
  const when = by === null ? "" : typeof by === "string" ? ` by ${by}` : ` by ${by.anchor} ${by.offset}`;
  const always = holds === "throughout" ? " throughout" : "";
  return `${measure} ${op} ${value}${unit === "" ? "" : ` ${unit}`}${always}${when}`;
}
