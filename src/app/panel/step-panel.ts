import { sayDay } from "#domain/calendar/say-day";
import type { LinkedItem, StepPanel } from "#contract/panel";
import { lint } from "#domain/plan/lint";
import type { Step } from "#domain/plan/plan";
import type { ReportedItem } from "#domain/schedule/report";
import { toText } from "#domain/sync/document";
import { holdsBack } from "#domain/plan/holds-back";
import { lastDay, planDates } from "#domain/schedule/plan-dates";
import { criterionText, criterionView } from "./criterion-view";
import { linkedItem, linksOf, linkedTo } from "./linked-items";
import type { PlanAround } from "./plan-around";
import { nameOf } from "./shown";
import type { Shown } from "./shown";
import { stepDrift } from "./step-drift";

export function stepPanel(shown: Shown, { whole, near }: PlanAround, now: number): StepPanel {
  const { item, identity, found } = shown;
  const { mapping } = found;
  const step = near.steps.find((one) => one.id === identity.item) ?? null;
  const dates = planDates(whole, now);
  const dated = dates.of(identity.item);
  const done = item.status.category === "done";
  return {
    kind: "step",
    plan: nameOf(shown, near),
    title: item.summary,
    progress: progress[item.status.category],
    mayStart: mayStart(shown, step),
    attributes: {
      description: toText(item.description).text || null,
      owner: item.assignee?.name ?? step?.owner ?? null,
      timeline: timeline(step, dated),
      dependencies: dependencies(shown),
      success: step?.success.map(criterionText).join("; ") || null,
    },
    criteria: step?.success.map((one) => criterionView(one, { plan: near, step, done, now })) ?? [],
    rollback: linkedTo(item, { kind: "covers", end: "to", mapping }),
    slackDays: dates.slackDays(identity.item),
    critical: dated?.critical ?? false,
    zone: near.zone,
    findings: lint(near)
      .filter((finding) => finding.item === identity.item)
      .map((finding) => ({ ...finding, message: ofThisStep(finding.message, identity.item), line: null })),
    drift: stepDrift(shown),
  };
}

/** A rule names a step by its id, as the plan file does; on the step's own panel that word means nothing. */
function ofThisStep(message: string, id: string): string {
  return message.startsWith(`${id} `) ? `This step${message.slice(id.length)}` : message;
}

const progress = { new: "not started", indeterminate: "under way", done: "done" } as const;

function mayStart({ item, found }: Shown, step: Step | null): StepPanel["mayStart"] {
  const names = new Map(found.base.items.map(({ issue, id }) => [issue, id]));
  const typeOf = (issue: string) => step?.after.find((one) => one.step === names.get(issue))?.type ?? "FS";
  const before = linksOf(item, { kind: "after", end: "to", mapping: found.mapping });
  const holding = before.filter(({ other }) => holdsBack(typeOf(other.id), other.status));
  return {
    yes: holding.length === 0,
    done: before.length - holding.length,
    total: before.length,
    waitingFor: holding.map(linkedItem),
  };
}

/** A first step waits for nothing, and that is known as long as something waits for it. */
function dependencies({ item, found: { mapping } }: Shown): string | null {
  const words = (items: readonly LinkedItem[]) => items.map(({ key, title }) => `${key} ${title}`).join(", ");
  const before = linkedTo(item, { kind: "after", end: "to", mapping });
  const behind = linkedTo(item, { kind: "after", end: "from", mapping });
  return words(before) || (behind.length > 0 ? "Waits for nothing; others wait for it" : null);
}

/** A computed date is no timeline while nobody has said how long the step takes or when it begins. */
function timeline(step: Step | null, dated: ReportedItem | null): string | null {
  const isSaid = step !== null && (step.duration !== null || step.start !== null || step.anchor !== null);
  if (!isSaid || dated === null) return null;
  const [start, finish] = [dated.start.slice(0, 10), lastDay(dated)];
  const length = step.duration === null ? "" : ` (${step.duration})`;
  return `${start === finish ? sayDay(start) : `${sayDay(start)} to ${sayDay(finish)}`}${length}`;
}
