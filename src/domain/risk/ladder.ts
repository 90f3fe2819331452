import type { Calendar } from "#domain/calendar/calendar";
import { findDuration, spanOf } from "#domain/calendar/duration";
import type { Span } from "#domain/calendar/duration";
import { addWork, workClock } from "#domain/calendar/work-clock";
import type { WorkClock } from "#domain/calendar/work-clock";
import type { RiskTag } from "#domain/plan/plan";
import { riskState } from "./history";
import type { RiskHistory, Wait } from "./history";

/** Who is asked for a decision, and when, level by level. There is one ladder on each side of delivery. */
export type Ladders = Readonly<Record<RiskTag, readonly Rung[]>>;

export interface Rung {
  /** Unique in its ladder and never reused: under it the app remembers that it climbed. */
  readonly id: string;
  readonly who: Role;
  /** How long a risk waits for a decision before this level is asked: `2d` of work, `48eh` on the clock. */
  readonly after: string;
  readonly acts: readonly Act[];
}

export type Role = "risk-owner" | "project-manager" | "implementation-owner" | "supplier" | "sponsor";
export type Act = "assign" | "mention" | "raise-priority" | "notify" | "steering-agenda";

/** After delivery the people who live with the system are asked first, and the supplier before anybody's contract lets them go. */
export const startingLadders: Ladders = {
  "pre-delivery": [
    { id: "owner", who: "risk-owner", after: "2d", acts: ["mention"] },
    { id: "manager", who: "project-manager", after: "5d", acts: ["assign", "raise-priority", "notify"] },
    { id: "sponsor", who: "sponsor", after: "10d", acts: ["notify", "steering-agenda"] },
  ],
  "post-delivery": [
    { id: "implementation", who: "implementation-owner", after: "1d", acts: ["assign", "mention"] },
    { id: "supplier", who: "supplier", after: "3d", acts: ["mention", "raise-priority", "notify"] },
    { id: "sponsor", who: "sponsor", after: "5d", acts: ["notify", "steering-agenda"] },
  ],
};

export interface DueRung {
  /** The same for everybody who works it out, so that whoever comes second finds it done. */
  readonly key: string;
  readonly risk: string;
  readonly level: number;
  readonly rung: Rung;
  readonly dueAt: number;
}

export interface Climb {
  readonly now: number;
  readonly calendar: Calendar;
}

/** What the escalation of a risk asks for at `now` and nobody has done: in the order of the ladder, each rung once per wait. */
export function dueRungs(history: RiskHistory, ladders: Ladders, { now, calendar }: Climb): readonly DueRung[] {
  const done = new Set(history.events.flatMap((event) => (event.kind === "climbed" ? [event.rung] : [])));
  return waitingRungs(history, ladders, { now, calendar }).filter(({ key, dueAt }) => dueAt <= now && !done.has(key));
}

/** Every rung of the decision a risk waits for, climbed, due or still to come; none when it waits for nothing. */
export function waitingRungs(history: RiskHistory, ladders: Ladders, { now, calendar }: Climb): readonly DueRung[] {
  const wait = riskState(history, now)?.wait ?? null;
  if (wait === null) return [];
  const rungs = ladders[wait.tag].flatMap((rung) => {
    const after = findDuration(rung.after);
    return after === null ? [] : [{ rung, after: spanOf(after, calendar) }];
  });
  const dues = dueTimes(
    rungs.map(({ after }) => after),
    wait,
    workClock(calendar),
  );
  return rungs.map(({ rung }, level) => ({
    key: `${history.risk}/${wait.event}/${rung.id}`,
    risk: history.risk,
    level: level + 1,
    rung,
    dueAt: dues[level]!,
  }));
}

/** Asking for the next level makes its rung due at once; those above keep their distance from it. */
function dueTimes(afters: readonly Span[], wait: Wait, clock: WorkClock): readonly number[] {
  let dues = afters.map((after) => later(wait.since, after, clock));
  for (const at of wait.escalatedAt) {
    const next = dues.findIndex((due) => due > at);
    const from = afters[next];
    if (from === undefined) continue;
    dues = dues.map((due, level) => (level < next ? due : later(at, apart(from, afters[level]!), clock)));
  }
  return dues;
}

function apart(from: Span, to: Span): Span {
  return { work: to.work - from.work, elapsed: to.elapsed - from.elapsed };
}

const minuteMs = 60_000;

/** Rounded up to the minute: nobody is asked before their time. */
function later(at: number, { work, elapsed }: Span, clock: WorkClock): number {
  if (work === 0 && elapsed === 0) return at;
  return (addWork(clock, Math.ceil(at / minuteMs), work) + elapsed) * minuteMs;
}

/** Why ladders cannot be used, in words for whoever wrote them. */
export function ladderFaults(ladders: Ladders, calendar: Calendar): readonly string[] {
  return (["pre-delivery", "post-delivery"] as const).flatMap((tag) => {
    const rungs = ladders[tag];
    const unread = rungs.filter(({ after }) => findDuration(after) === null);
    const clock = workClock(calendar);
    const lengths = rungs.map(({ after }) => {
      const read = findDuration(after);
      return read === null ? NaN : later(0, spanOf(read, calendar), clock);
    });
    return [
      ...(rungs.length === 0 ? [`Nobody is ever asked about a ${tag} risk.`] : []),
      ...unread.map(({ id, after }) => `“${after}” on the ${tag} rung ${id} is no length of time such as 2d.`),
      ...(lengths.some((length, level) => level > 0 && length < lengths[level - 1]!)
        ? [`The ${tag} ladder asks a higher level before a lower one.`]
        : []),
      ...(lengths.some((length) => length < 0) ? [`The ${tag} ladder asks before the risk is there.`] : []),
      ...(new Set(rungs.map(({ id }) => id)).size < rungs.length ? [`Two ${tag} rungs have one id.`] : []),
      ...rungs.filter(({ acts }) => acts.length === 0).map(({ id }) => `The ${tag} rung ${id} does nothing.`),
    ];
  });
}
