import type { PlanMark } from "#contract/plan-page";
import type { Plan, Step } from "#domain/plan/plan";
import { anchoredDay, stepDay } from "#domain/plan/step-day";
import { sayDay } from "../parts/day";

/** Where a step lies, by day; the start is null where only the end is known to move. */
export interface Lying {
  readonly start: string | null;
  readonly finish: string;
}

export type LyingOf = (step: string) => Lying | null;

export interface BrokenDate {
  /** Null: a day of the whole plan. */
  readonly item: string | null;
  readonly text: string;
}

interface Change {
  readonly plan: Plan;
  readonly marks: readonly PlanMark[];
  readonly before: LyingOf;
  readonly after: LyingOf;
}

/** The promises that hold before a change and not after it: pinned days, deadlines of criteria, and days of the plan. */
export function brokenDates(change: Change): readonly BrokenDate[] {
  const { plan } = change;
  return [
    ...plan.steps.flatMap((step) => [...pinBroken(step, change), ...deadlinesBroken(step, change)]),
    ...marksBroken(change),
  ];
}

function pinBroken(step: Step, { plan, before, after }: Change): readonly BrokenDate[] {
  const pinned = stepDay(plan, step);
  const [was, is] = [before(step.id)?.start ?? null, after(step.id)?.start ?? null];
  if (pinned === null || was === null || is === null || was > pinned || is <= pinned) return [];
  // A pin on a day off never began there, and nobody counts on it.
  const day = was > pinned ? was : pinned;
  return [{ item: step.id, text: `${step.title} is pinned to ${sayDay(day)} and would start ${sayDay(is)}` }];
}

function deadlinesBroken(step: Step, { plan, before, after }: Change): readonly BrokenDate[] {
  const [was, is] = [before(step.id)?.finish, after(step.id)?.finish];
  if (was === undefined || is === undefined) return [];
  return step.success.flatMap(({ by, measure }) => {
    const due = by === null || typeof by === "string" ? by : anchoredDay(plan, by, step.wave);
    if (due === null || was > due || is <= due) return [];
    return [
      {
        item: step.id,
        text: `“${measure}” of ${step.title} is due ${sayDay(due)}, and the step would end ${sayDay(is)}`,
      },
    ];
  });
}

function marksBroken({ plan, marks, before, after }: Change): readonly BrokenDate[] {
  return marks.flatMap(({ name, day }) => {
    const limit = day.slice(0, 10);
    const late = plan.steps.filter(({ id }) => {
      const [was, is] = [before(id)?.finish, after(id)?.finish];
      return was !== undefined && is !== undefined && was <= limit && is > limit;
    });
    const [first] = late;
    if (first === undefined) return [];
    const who = late.length === 1 ? first.title : `${first.title} and ${String(late.length - 1)} more`;
    return [{ item: null, text: `${who} would end after ${name}, ${sayDay(limit)}` }];
  });
}
