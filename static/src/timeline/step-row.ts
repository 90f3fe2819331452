import type { Actuals } from "#domain/schedule/actuals";
import type { BaselineView, EditedField, PlanPageView, StepEdit, StepFacts, StepStatus } from "#contract/plan-page";
import type { Calendar } from "#domain/calendar/calendar";
import { continuousCalendar } from "#domain/calendar/calendar";
import { workClock } from "#domain/calendar/work-clock";
import type { WorkClock } from "#domain/calendar/work-clock";
import { dayAt, instantOf } from "#domain/calendar/zone";
import type { Finding } from "#domain/plan/finding";
import { lint } from "#domain/plan/lint";
import type { Plan, Step } from "#domain/plan/plan";
import { findCalendar } from "#domain/plan/plan-calendar";
import { lastDay, planDates } from "#domain/schedule/plan-dates";
import type { PlanDates } from "#domain/schedule/plan-dates";
import { pushedFindings } from "./pushed-findings";

/** A step as the page shows it: the plan's words, Jira's facts and the dates that follow, on one line. */
export interface StepRow {
  readonly step: Step;
  readonly item: string;
  readonly title: string;
  readonly key: string | null;
  /** What the owner is called; null: nobody. */
  readonly owner: string | null;
  readonly status: StepStatus | null;
  readonly done: boolean;
  /** On the clock of the plan's zone, `2026-03-02T08:00`; null while the plan cannot be dated. */
  readonly start: string | null;
  readonly finish: string | null;
  /** The last day with work in it. */
  readonly finishDay: string | null;
  readonly slackDays: number | null;
  /** The last day on which it may end without moving the end of the plan. */
  readonly lateDay: string | null;
  readonly critical: boolean;
  readonly isLate: boolean;
  /** It only holds other steps together, and takes its dates from them. */
  readonly isGroup: boolean;
  readonly findings: readonly Finding[];
  readonly base: Based | null;
  /** Values that are not in Jira yet. */
  readonly edited: ReadonlySet<EditedField>;
}

export interface Based {
  readonly start: string;
  readonly finish: string;
  /** Working days by which the step now ends later than it was to; negative: earlier. */
  readonly laterDays: number;
}

export interface Rows {
  readonly rows: readonly StepRow[];
  readonly dates: PlanDates;
  readonly now: number;
  readonly today: string;
  readonly calendar: Calendar;
  /** What is weak about the plan beyond its steps: the whole of it, risks, rollbacks, registers. */
  readonly otherFindings: readonly Finding[];
}

interface Asked {
  readonly view: PlanPageView;
  /** The plan with this person's changes in it. */
  readonly plan: Plan;
  readonly edits: readonly StepEdit[];
}

export function stepRows({ view, plan, edits }: Asked): Rows {
  const dates = planDates(plan, view.now, actualsIn(view));
  const today = dayAt(view.now, plan.zone);
  const calendar = findCalendar(plan) ?? continuousCalendar(plan.zone);
  const findings = lint(plan);
  const known = {
    dates,
    today,
    facts: new Map(view.steps.map((facts) => [facts.step, facts])),
    before: new Map(view.plan.steps.map((step) => [step.id, step])),
    groups: new Set(plan.steps.flatMap(({ parent }) => (parent === null ? [] : [parent]))),
    findings: Map.groupBy([...pushedFindings(dates), ...findings], ({ item }) => item),
    based: basedOn(view.baseline, calendar),
    edited: Map.groupBy(edits, ({ step }) => step),
  };
  const steps = new Set(plan.steps.map(({ id }) => id));
  const otherFindings = findings.filter(({ item }) => item === null || !steps.has(item));
  return { rows: plan.steps.map((step) => rowOf(step, known)), dates, now: view.now, today, calendar, otherFindings };
}

/** What has happened already: it stays where it was, whatever is planned anew. */
export function actualsIn({ steps }: PlanPageView): Actuals {
  const known = steps.filter(({ began, ended }) => began !== null || ended !== null);
  return new Map(known.map(({ step, began, ended }) => [step, { start: began, finish: ended }]));
}

interface Known {
  readonly dates: PlanDates;
  readonly today: string;
  readonly facts: ReadonlyMap<string, StepFacts>;
  readonly before: ReadonlyMap<string, Step>;
  readonly groups: ReadonlySet<string>;
  readonly findings: ReadonlyMap<string | null, readonly Finding[]>;
  readonly based: (step: string, finish: string) => Based | null;
  readonly edited: ReadonlyMap<string, readonly StepEdit[]>;
}

function rowOf(step: Step, known: Known): StepRow {
  const { id } = step;
  const facts = known.facts.get(id);
  const dated = known.dates.of(id);
  const done = facts?.status.category === "done";
  const finishDay = dated === null ? null : lastDay(dated);
  const slackDays = known.dates.slackDays(id);
  const isSame = step.owner === known.before.get(id)?.owner;
  return {
    step,
    item: id,
    title: step.title,
    key: facts?.key ?? null,
    owner: (isSame ? facts?.assignee : null) ?? step.owner,
    status: facts?.status ?? null,
    done,
    start: dated?.start.slice(0, 16) ?? null,
    finish: dated?.finish.slice(0, 16) ?? null,
    finishDay,
    slackDays,
    lateDay: dated === null ? null : lastDay({ start: dated.lateStart, finish: dated.lateFinish }),
    critical: !done && (dated?.critical ?? false),
    isLate: !done && ((finishDay !== null && finishDay < known.today) || (slackDays ?? 0) < 0),
    isGroup: known.groups.has(id),
    findings: known.findings.get(id) ?? [],
    base: dated === null ? null : known.based(id, dated.finish),
    edited: new Set(known.edited.get(id)?.map(({ field }) => field)),
  };
}

function basedOn(baseline: BaselineView | null, calendar: Calendar): Known["based"] {
  const clock = workClock(calendar);
  const steps = new Map(baseline?.steps.map((one) => [one.step, one]));
  return (step, finish) => {
    const base = steps.get(step);
    if (base === undefined) return null;
    const later = workedUntil(finish, calendar, clock) - workedUntil(base.finish, calendar, clock);
    return {
      start: base.start,
      finish: base.finish,
      laterDays: Math.round((later / calendar.dayMinutes) * 10) / 10,
    };
  };
}

function workedUntil(moment: string, { zone }: Calendar, clock: WorkClock): number {
  return clock.worked(Math.floor(instantOf(moment.slice(0, 10), moment.slice(11, 16), zone) / 60_000));
}
