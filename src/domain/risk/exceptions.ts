import { addDays, daysBetween } from "#domain/calendar/day";
import type { Day } from "#domain/calendar/day";
import { ordered } from "#domain/calendar/ordered";
import type { Happening } from "#domain/calendar/ordered";
import { dayAt } from "#domain/calendar/zone";

/** What people do instead of what the system asks: an exception somebody granted, a work-around, a sheet kept on the side. */
export type ExceptionEvent = Happening & { readonly by: string } & (
    | ({
        readonly kind: "noted";
        readonly what: "exception" | "workaround" | "shadow-work" | "legacy-report";
        readonly title: string;
        /** Where it happens, and how often it was seen when it was noted. */
        readonly department: string | null;
        readonly count: number;
      } & Pledge)
    /** Somebody takes it over, or promises another day. */
    | ({ readonly kind: "taken"; readonly of: string } & Pledge)
    | { readonly kind: "closed"; readonly of: string }
  );

export interface Pledge {
  readonly owner: string | null;
  /** The day by which it is to be gone. */
  readonly closeBy: Day | null;
}

export interface OpenException extends Pledge {
  readonly id: string;
  readonly title: string;
  readonly what: Noted["what"];
  readonly department: string | null;
  readonly count: number;
  readonly since: number;
  readonly by: string;
  readonly overdueDays: number;
  /** Nobody owns it, or nobody has said until when: it will stay for good. */
  readonly isAdrift: boolean;
}

type Noted = Extract<ExceptionEvent, { kind: "noted" }>;

/** What is still open at an instant, by name: first what is adrift, then the longest overdue, then the oldest (M97). */
export function openExceptions(
  log: readonly ExceptionEvent[],
  { at, zone }: { readonly at: number; readonly zone: string },
): readonly OpenException[] {
  const events = ordered(log).filter((event) => event.at <= at);
  const closed = new Set(events.flatMap((event) => (event.kind === "closed" ? [event.of] : [])));
  const promised = new Map(events.flatMap((event) => (event.kind === "taken" ? [[event.of, event] as const] : [])));
  const today = dayAt(at, zone);
  return notedIn(events)
    .filter(({ id }) => !closed.has(id))
    .map((entry) => {
      const { owner, closeBy } = promised.get(entry.id) ?? entry;
      const { id, title, what, department, count, at: since, by } = entry;
      const overdueDays = closeBy === null ? 0 : Math.max(0, daysBetween(closeBy, today));
      return {
        id,
        title,
        what,
        department,
        count,
        since,
        by,
        owner,
        closeBy,
        overdueDays,
        isAdrift: owner === null || closeBy === null,
      };
    })
    .toSorted((a, b) => Number(b.isAdrift) - Number(a.isAdrift) || b.overdueDays - a.overdueDays || a.since - b.since);
}

function notedIn(events: readonly ExceptionEvent[]): readonly Noted[] {
  return events.flatMap((event) => (event.kind === "noted" ? [event] : []));
}

/** How many came in over how many days: what a comparison of two rates needs. */
export interface LogWindow {
  readonly count: number;
  readonly exposure: number;
}

export interface LogWindows {
  readonly recent: LogWindow;
  readonly before: LogWindow;
}

/**
 * The log of the last whole `days` days against all whole days before them since `from` (M22). Today is left out: half a day would look
 * quiet. A day is a day whatever the clocks did in it.
 */
export function logWindows(
  log: readonly ExceptionEvent[],
  { from, days, now, zone }: { readonly from: Day; readonly days: number; readonly now: number; readonly zone: string },
): LogWindows {
  const today = dayAt(now, zone);
  const turn = later(from, addDays(today, -days));
  const entries = notedIn(ordered(log)).map(({ at, count }) => ({ day: dayAt(at, zone), count }));
  const between = (first: Day, end: Day): LogWindow => ({
    count: entries.reduce((sum, { day, count }) => (day >= first && day < end ? sum + count : sum), 0),
    exposure: Math.max(0, daysBetween(first, end)),
  });
  return { recent: between(turn, later(turn, today)), before: between(from, turn) };
}

function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}
