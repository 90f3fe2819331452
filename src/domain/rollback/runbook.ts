import { continuousCalendar } from "#domain/calendar/calendar";
import { findDuration, spanOf } from "#domain/calendar/duration";
import type { Rollback } from "#domain/plan/plan";
import type { Network, Progress } from "#domain/schedule/network";

/** A step of a runbook with its length on the clock: whoever rolls back does not stop at night. */
export interface TimedStep {
  readonly id: string;
  readonly title: string;
  readonly owner: string | null;
  /** Null where nobody has said. */
  readonly minutes: number | null;
  readonly after: readonly string[];
}

const aroundTheClock = continuousCalendar("UTC");

export function timedSteps({ runbook }: Pick<Rollback, "runbook">): readonly TimedStep[] {
  const known = new Set(runbook.map(({ id }) => id));
  return runbook.map(({ id, title, owner, duration, after }) => ({
    id,
    title,
    owner,
    minutes: duration === null ? null : clockMinutes(duration),
    after: after.filter((one) => known.has(one)),
  }));
}

/** A length on the clock, a day of it 24 hours; null where it is none. */
export function clockMinutes(duration: string): number | null {
  const read = findDuration(duration);
  if (read === null) return null;
  const { work, elapsed } = spanOf(read, aroundTheClock);
  return work + elapsed;
}

/** How far a run has come: what is known of each step, and the instant at which it is known. */
export interface RunProgress {
  readonly of: (step: string) => Progress;
  readonly status: number | null;
}

const notBegun: RunProgress = { of: () => ({ kind: "waiting" }), status: null };

/** Null while one step has no length: a time too short is worse under stress than no time. */
export function runbookNetwork(steps: readonly TimedStep[], start: number, progress = notBegun): Network | null {
  const tasks = steps.flatMap(({ id, title, minutes }) =>
    minutes === null
      ? []
      : [
          {
            id,
            title,
            duration: { work: minutes, elapsed: 0 },
            parent: null,
            pin: { kind: "as-soon-as-possible" } as const,
            deadline: null,
            progress: progress.of(id),
          },
        ],
  );
  if (tasks.length === 0 || tasks.length < steps.length) return null;
  const links = steps.flatMap(({ id, after }) =>
    after.map((from) => ({ from, to: id, type: "FS" as const, lag: { kind: "span" as const, work: 0, elapsed: 0 } })),
  );
  return { start, calendar: aroundTheClock, tasks, links, status: progress.status };
}
