import { spellInstant } from "#domain/calendar/zone";
import type { Fault, Network } from "./network";
import type { Conflict } from "./conflicts";
import { schedule } from "./schedule";
import type { Item } from "./schedule";

/** A schedule as programs read it: instants in ISO 8601 with the offset of the plan's zone, minutes of work. */
export interface ScheduleReport {
  readonly start: string | null;
  readonly finish: string | null;
  readonly lengthMinutes: number | null;
  readonly items: readonly ReportedItem[];
  /** The ids of a loop in order, or `null`. With a loop nothing can be dated. */
  readonly cycle: readonly string[] | null;
  readonly conflicts: readonly ReportedConflict[];
  readonly faults: readonly Fault[];
}

/** What the plan asks for and cannot have: when it was wanted, and when it would be. */
export interface ReportedConflict {
  readonly kind: Conflict["kind"];
  readonly id: string;
  readonly wanted: string;
  readonly possible: string;
}

export interface ReportedItem {
  readonly id: string;
  readonly title: string;
  readonly start: string;
  readonly finish: string;
  readonly earlyStart: string;
  readonly earlyFinish: string;
  readonly lateStart: string;
  readonly lateFinish: string;
  readonly totalSlackMinutes: number;
  readonly freeSlackMinutes: number;
  readonly critical: boolean;
}

export function scheduleReport(network: Network): ScheduleReport {
  const outcome = schedule(network);
  const undated = { start: null, finish: null, lengthMinutes: null, items: [], conflicts: [] };
  if (outcome.kind === "cycle") return { ...undated, cycle: outcome.ids, faults: [] };
  if (outcome.kind === "faulty") return { ...undated, cycle: null, faults: outcome.faults };
  const { zone } = network.calendar;
  return {
    start: spellInstant(outcome.start, zone),
    finish: spellInstant(outcome.finish, zone),
    lengthMinutes: outcome.lengthMinutes,
    items: outcome.items.map((item) => reported(item, zone)),
    cycle: null,
    conflicts: outcome.conflicts.map((conflict) => reportedConflict(conflict, zone)),
    faults: [],
  };
}

function reported(item: Item, zone: string): ReportedItem {
  const { id, title, totalSlackMinutes, freeSlackMinutes, critical } = item;
  return {
    id,
    title,
    start: spellInstant(item.start, zone),
    finish: spellInstant(item.finish, zone),
    earlyStart: spellInstant(item.earlyStart, zone),
    earlyFinish: spellInstant(item.earlyFinish, zone),
    lateStart: spellInstant(item.lateStart, zone),
    lateFinish: spellInstant(item.lateFinish, zone),
    totalSlackMinutes,
    freeSlackMinutes,
    critical,
  };
}

function reportedConflict(conflict: Conflict, zone: string): ReportedConflict {
  const [wanted, possible] = instantsOf(conflict);
  const { kind, id } = conflict;
  return { kind, id, wanted: spellInstant(wanted, zone), possible: spellInstant(possible, zone) };
}

function instantsOf(conflict: Conflict): readonly [number, number] {
  switch (conflict.kind) {
    case "pinned-before-predecessors":
      return [conflict.pinned, conflict.possible];
    case "later-than-planned":
      return [conflict.planned, conflict.start];
    case "deadline-missed":
      return [conflict.deadline, conflict.finish];
  }
}
