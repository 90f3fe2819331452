import type { PlanMark } from "#contract/plan-page";
import type { Plan } from "#domain/plan/plan";
import { lastDay } from "#domain/schedule/plan-dates";
import type { PlanDates } from "#domain/schedule/plan-dates";
import type { Moved, MovedTask } from "#domain/schedule/move-step";
import { spellInstant } from "#domain/calendar/zone";
import { daysBetween } from "../parts/day";
import { brokenDates } from "./broken-dates";
import type { BrokenDate, Lying } from "./broken-dates";
import type { Span } from "./outline";
import { dayNumber } from "./schedule-scale";

export interface Move {
  readonly item: string;
  readonly title: string;
  readonly from: Lying;
  readonly to: Lying;
  readonly span: Span;
}

/** What a change of the plan would do to its dates; nothing is changed by asking. */
export interface WhatIf {
  readonly moves: readonly Move[];
  readonly breaks: readonly BrokenDate[];
  /** Days by which the whole plan ends later; negative: earlier. */
  readonly laterDays: number;
  /** The steps that would wait for each other; then there are no dates at all. */
  readonly cycle: readonly string[] | null;
}

interface Side {
  readonly plan: Plan;
  readonly dates: PlanDates;
}

export function whatIf(before: Side, after: Side, marks: readonly PlanMark[]): WhatIf {
  const { cycle } = after.dates.report;
  if (cycle !== null) return { moves: [], breaks: [], laterDays: 0, cycle };
  const moves = after.plan.steps.flatMap(({ id, title }): readonly Move[] => {
    const [was, is] = [before.dates.of(id), after.dates.of(id)];
    if (was === null || is === null || (was.start === is.start && was.finish === is.finish)) return [];
    return [moveOf({ id, title }, { from: lyingOf(was), to: is })];
  });
  const lying = (dates: PlanDates) => (id: string) => {
    const item = dates.of(id);
    return item === null ? null : lyingOf(item);
  };
  const breaks = brokenDates({ plan: after.plan, marks, before: lying(before.dates), after: lying(after.dates) });
  return { moves, breaks, laterDays: daysBetween(endOf(before.dates), endOf(after.dates)), cycle: null };
}

/** The same for a step that only starts elsewhere, worked out from that step on. */
export function whatIfMoved(moved: Moved, { plan, dates }: Side, marks: readonly PlanMark[]): WhatIf {
  const titles = new Map(plan.steps.map(({ id, title }) => [id, title]));
  const spelled = ({ start, finish }: MovedTask["after"]) => ({
    start: spellInstant(start, plan.zone),
    finish: spellInstant(finish, plan.zone),
  });
  const moves = moved.moved.map(({ id, before, after }): Move => {
    const to = spelled(after);
    return moveOf({ id, title: titles.get(id) ?? id }, { from: lyingOf(spelled(before)), to });
  });
  const where = new Map(moves.map(({ item, to }) => [item, to]));
  const before = (id: string) => {
    const item = dates.of(id);
    return item === null ? null : lyingOf(item);
  };
  const after = (id: string) => where.get(id) ?? before(id);
  const end = (instant: number) => spellInstant(instant, plan.zone);
  return {
    moves,
    breaks: brokenDates({ plan, marks, before, after }),
    laterDays: daysBetween(end(moved.finish.before), end(moved.finish.after)),
    cycle: null,
  };
}

interface Ends {
  readonly start: string;
  readonly finish: string;
}

function moveOf(
  { id, title }: { readonly id: string; readonly title: string },
  { from, to }: { readonly from: Lying; readonly to: Ends },
): Move {
  const lying = lyingOf(to);
  const span = { from: dayNumber(lying.start), to: dayNumber(lying.finish) + 1, isMoment: to.start === to.finish };
  return { item: id, title, from, to: lying, span };
}

export function lyingOf(item: { readonly start: string; readonly finish: string }) {
  return { start: item.start.slice(0, 10), finish: lastDay(item) };
}

function endOf({ report }: PlanDates): string {
  return report.finish ?? report.start ?? "1970-01-01";
}
