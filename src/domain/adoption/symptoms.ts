import { sayDay } from "#domain/calendar/say-day";
import { rateRatio } from "#domain/statistics/rate-ratio";
import type { RateRatio } from "#domain/statistics/rate-ratio";
import type { Exposed } from "#domain/statistics/rate";
import { percent } from "./sentence";

/** Something seen, not seen, or not to be told from what has been reported. A symptom opens and locks nothing. */
export interface Sighting {
  readonly symptom: "ticket-surge" | "shadow-work" | "power-users" | "legacy-reports";
  readonly seen: "yes" | "no" | "unknown";
  readonly sentence: string;
}

/** What was counted, and from which day to which, both included. */
export interface Counted {
  readonly count: number;
  readonly from: string;
  readonly to: string;
}

/** Defects handled before go-live: tickets that say so, and those of which nobody said anything. */
export interface CountedDefects extends Counted {
  readonly unmarked: number;
}

/** An order of magnitude. */
const surge = 10;

/** Y1: tickets after go-live against the defects handled before it. Ten times exactly is a surge; without a defect there is no ratio. */
export function ticketSurge(tickets: Counted, defects: CountedDefects): Sighting & { readonly ratio: number | null } {
  const ratio = defects.count === 0 ? null : tickets.count / defects.count;
  const seen = ratio === null ? "unknown" : tickets.count >= surge * defects.count ? "yes" : "no";
  const times = ratio === null ? "n/a" : `${(Math.floor(ratio * 10) / 10).toFixed(1)} times`;
  const counts = `${tickets.count} tickets (${span(tickets)}) against ${defects.count} defects handled before go-live (${span(defects)})`;
  const taken = takenFor(defects.unmarked);
  return { symptom: "ticket-surge", seen, sentence: `${times}: ${counts}${taken}.`, ratio };
}

/** Whoever reads the count should know what it takes for granted. */
function takenFor(unmarked: number): string {
  if (unmarked === 0) return "";
  return unmarked === 1
    ? "; 1 of these says nothing of its kind, and is taken for one"
    : `; ${unmarked} of these say nothing of their kind, and are taken for them`;
}

export interface RateJump extends RateRatio {
  readonly recent: Exposed;
  readonly before: Exposed;
  /** `unknown`: there was no time to compare with, or nothing has ever come in. */
  readonly verdict: "jump" | "none" | "unknown";
}

const level = 0.95;

/**
 * Whether more comes in than before: a jump when the whole 95 % interval of the ratio of the two Poisson rates lies above 1, so that one
 * bad week of a log that hardly ever speaks is not yet a symptom.
 */
export function rateJump(recent: Exposed, before: Exposed): RateJump {
  const ratio = rateRatio(recent, before, level);
  const isSilent = recent.count + before.count === 0;
  const verdict = isSilent || ratio.lower === null ? "unknown" : ratio.lower > 1 ? "jump" : "none";
  return { ...ratio, recent, before, verdict };
}

/** Y2: reports of work done beside the system, entries over days. */
export function shadowWork(recent: Exposed, before: Exposed): Sighting & { readonly jump: RateJump } {
  const jump = rateJump(recent, before);
  const seen = { jump: "yes", none: "no", unknown: "unknown" } as const;
  const sentence = `${recent.count} reports of work beside the system in ${recent.exposure} days, ${before.count} in the ${before.exposure} days before.`;
  return { symptom: "shadow-work", seen: seen[jump.verdict], sentence, jump };
}

export interface WeekThree {
  /** Share of the work that the busiest tenth did in the third week. */
  readonly topShare: number | null;
  /** Share of the people who attended training; null where nobody recorded it. */
  readonly attendance: number | null;
}

/** "Everybody was there": a room is never quite full. */
const fullRoom = 0.95;
const mostConcentrated = 0.5;

/** Y3: the room was full, and three weeks later the work rests on a few. Attendance stands beside the number and judges nothing. */
export function powerUsers({ topShare, attendance }: WeekThree): Sighting {
  const isKnown = topShare !== null && attendance !== null;
  const seen = !isKnown ? "unknown" : attendance >= fullRoom && topShare > mostConcentrated ? "yes" : "no";
  const work =
    topShare === null ? "No work is known of week 3" : `The busiest tenth did ${percent(topShare)} of week 3`;
  const room = attendance === null ? "attendance was not recorded" : `${percent(attendance)} attended the training`;
  return { symptom: "power-users", seen, sentence: `${work}; ${room}.` };
}

export interface LegacyRequests {
  readonly byDepartment: Readonly<Record<string, number>>;
  /** Share of the data that has been moved; null where it is not reported. */
  readonly migrated: number | null;
}

/** Y4: all the data has moved, and people still ask for last week's file. */
export function legacyReports({ byDepartment, migrated }: LegacyRequests): Sighting & { readonly count: number } {
  const asked = Object.entries(byDepartment)
    .filter(([, count]) => count > 0)
    .toSorted(([a, most], [b, more]) => more - most || (a < b ? -1 : 1));
  const count = asked.reduce((sum, [, each]) => sum + each, 0);
  const seen = migrated === null ? "unknown" : migrated >= 1 && count > 0 ? "yes" : "no";
  const where = asked.length === 0 ? "" : ` (${asked.map(([name, each]) => `${name} ${each}`).join(", ")})`;
  const moved =
    migrated === null ? "how much data has moved is not reported" : `${percent(migrated)} of the data has moved`;
  return { symptom: "legacy-reports", seen, sentence: `${count} requests for an old report${where}; ${moved}.`, count };
}

function span({ from, to }: Counted): string {
  return `${sayDay(from)} to ${sayDay(to)}`;
}
