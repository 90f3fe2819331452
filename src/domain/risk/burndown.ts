import { addDays } from "#domain/calendar/day";
import type { Day } from "#domain/calendar/day";
import { dayAt } from "#domain/calendar/zone";
import type { RiskTag } from "#domain/plan/plan";
import { replay } from "./replay";
import type { Moment, RiskRecord, Standing } from "./replay";

export interface Burndown {
  readonly days: readonly BurnDay[];
  /** Risks whose changelog does not lead to what Jira shows now, because part of it is missing. */
  readonly gaps: readonly string[];
}

/** A day as it ended in the plan's zone, and what happened in it. */
export interface BurnDay {
  readonly day: Day;
  readonly lanes: Readonly<Record<RiskTag, Lane>>;
  readonly scope: Scope;
}

export interface Lane {
  readonly open: number;
  readonly exposure: number;
}

/** Why the line moved: work that closes risks must not be confused with risks that come, come back or change sides. */
export interface Scope {
  readonly raised: number;
  readonly reopened: number;
  readonly closed: number;
  /** Open risks that went from before to after delivery, and back. */
  readonly toPost: number;
  readonly toPre: number;
  /** Exposure added, or taken, by scoring open risks anew. */
  readonly rescored: number;
}

/** The open risks and their exposure day by day, replayed from the changelogs (M50). */
export function burndown(
  records: readonly RiskRecord[],
  { zone, from, to }: { readonly zone: string; readonly from: Day; readonly to: Day },
): Burndown {
  const replayed = records.map(replay);
  const moves = replayed.flatMap(({ moments }) =>
    moments.map((moment, place) => moveOf(moment, moments[place - 1], zone)),
  );
  const byDay = Map.groupBy(moves, ({ day }) => (day < from ? "" : day));
  let lanes = advanced(noLanes, byDay.get("") ?? []);
  const days: BurnDay[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const moved = byDay.get(day) ?? [];
    lanes = advanced(lanes, moved);
    days.push({ day, lanes, scope: scopeOf(moved) });
  }
  return { days, gaps: replayed.flatMap(({ id, isWhole }) => (isWhole ? [] : [id])) };
}

interface Move {
  readonly day: Day;
  readonly before: Standing | null;
  readonly after: Standing;
}

function moveOf({ at, standing }: Moment, previous: Moment | undefined, zone: string): Move {
  return { day: dayAt(at, zone), before: previous?.standing ?? null, after: standing };
}

type Lanes = BurnDay["lanes"];

const noLanes: Lanes = { "pre-delivery": { open: 0, exposure: 0 }, "post-delivery": { open: 0, exposure: 0 } };

function advanced(lanes: Lanes, moves: readonly Move[]): Lanes {
  const counted = { "pre-delivery": { ...lanes["pre-delivery"] }, "post-delivery": { ...lanes["post-delivery"] } };
  const count = (standing: Standing | null, sign: 1 | -1) => {
    if (standing === null || !standing.isOpen) return;
    counted[standing.tag].open += sign;
    counted[standing.tag].exposure += sign * weightOf(standing);
  };
  for (const { before, after } of moves) {
    count(before, -1);
    count(after, 1);
  }
  return counted;
}

function weightOf({ likelihood, impact }: Standing): number {
  return likelihood * impact;
}

function scopeOf(moves: readonly Move[]): Scope {
  const number = (isSo: (before: Standing | null, after: Standing) => boolean) =>
    moves.filter(({ before, after }) => isSo(before, after)).length;
  const crossed = (to: RiskTag) =>
    number(
      (before, after) => before !== null && before.isOpen && after.isOpen && before.tag !== to && after.tag === to,
    );
  return {
    raised: number((before, after) => before === null && after.isOpen),
    reopened: number((before, after) => before !== null && !before.isOpen && after.isOpen),
    closed: number((before, after) => before !== null && before.isOpen && !after.isOpen),
    toPost: crossed("post-delivery"),
    toPre: crossed("pre-delivery"),
    rescored: moves.reduce((sum, { before, after }) => sum + rescoredBy(before, after), 0),
  };
}

function rescoredBy(before: Standing | null, after: Standing): number {
  return before !== null && before.isOpen && after.isOpen ? weightOf(after) - weightOf(before) : 0;
}
