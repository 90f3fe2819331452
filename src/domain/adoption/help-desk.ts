import { pooledRate, rate } from "#domain/statistics/rate";
import type { WeekFacts } from "./facts";

/** Ninety-five in a hundred, for every interval on every screen. */
export const level = 0.95;

export interface HelpDeskWeek extends WeekFacts {
  readonly ratio: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Tickets may still come in for it, so it counts neither for the trend nor for the gate. */
  readonly provisional: boolean;
}

export interface HelpDesk {
  readonly weeks: readonly HelpDeskWeek[];
  readonly pooled: {
    readonly ratio: number | null;
    readonly lower: number | null;
    readonly upper: number | null;
    readonly isWidened: boolean;
  };
  readonly tickets: number;
  readonly personWeeks: number;
  /** Whether anybody reports tickets at all. */
  readonly isHeard: boolean;
}

/** H3: where nobody has ever reported a ticket, none is known to have been written: no ratio, not a ratio of 0. */
export function unheard(desk: HelpDesk): HelpDesk {
  const none = { ratio: null, lower: null, upper: null };
  const weeks = desk.weeks.map((week) => ({ ...week, ...none }));
  return { ...desk, weeks, pooled: { ...none, isWidened: false }, isHeard: false };
}

/** H1: tickets per active person, week by week, and pooled as Σ tickets ÷ Σ person-weeks over the settled weeks. */
export function helpDesk(weeks: readonly WeekFacts[], isProvisional: (week: string) => boolean): HelpDesk {
  const rows = weeks.map((week) => {
    const at = rate(week.tickets, week.active, level);
    return { ...week, ratio: at.rate, lower: at.lower, upper: at.upper, provisional: isProvisional(week.week) };
  });
  const settled = rows.filter((week) => !week.provisional);
  const pooled = pooledRate(
    settled.map((week) => ({ count: week.tickets, exposure: week.active })),
    level,
  );
  return {
    weeks: rows,
    pooled: { ratio: pooled.rate, lower: pooled.lower, upper: pooled.upper, isWidened: pooled.isWidened },
    tickets: pooled.count,
    personWeeks: pooled.exposure,
    isHeard: true,
  };
}
