import type { PlanMark } from "#contract/plan-page";
import type { Plan } from "#domain/plan/plan";
import { lastDay } from "#domain/schedule/plan-dates";
import type { PlanDates } from "#domain/schedule/plan-dates";
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
    const to = lyingOf(is);
    const span = { from: dayNumber(to.start), to: dayNumber(to.finish) + 1, isMoment: is.start === is.finish };
    return [{ item: id, title, from: lyingOf(was), to, span }];
  });
  const lying = (dates: PlanDates) => (id: string) => {
    const item = dates.of(id);
    return item === null ? null : lyingOf(item);
  };
  const breaks = brokenDates({ plan: after.plan, marks, before: lying(before.dates), after: lying(after.dates) });
  return { moves, breaks, laterDays: daysBetween(endOf(before.dates), endOf(after.dates)), cycle: null };
}

export function lyingOf(item: { readonly start: string; readonly finish: string }) {
  return { start: item.start.slice(0, 10), finish: lastDay(item) };
}

function endOf({ report }: PlanDates): string {
  return report.finish ?? report.start ?? "1970-01-01";
}
