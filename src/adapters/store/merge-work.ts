import type { PackedBatch } from "#contract/usage-event";
import { isoWeekOf } from "#domain/calendar/week";
import { wallOf } from "#domain/calendar/zone";
import type { Cell } from "./database";

export const days = ["d1", "d2", "d3", "d4", "d5", "d6", "d7"] as const;

export const workedTable = {
  table: "worked",
  columns: ["plan", "week", "person", ...days],
  merge: days.map((day) => `${day} = ${day} | VALUES(${day})`).join(", "),
};

export const loginTable = {
  table: "login",
  columns: ["plan", "person", "at"],
  merge: "at = LEAST(at, VALUES(at))",
};

/** A bit for each hour of the plan's clocks in which the person made a transaction. */
export function workedHours({ plan, zone, rows }: PackedBatch): Cell[][] {
  const weeks = new Map<string, { week: number; person: number; hours: number[] }>();
  for (const [person, at, kind] of rows) {
    if (kind !== "t") continue;
    const { week, weekday } = isoWeekOf(at, zone);
    const known = weeks.get(`${week} ${person}`) ?? { week, person, hours: [0, 0, 0, 0, 0, 0, 0] };
    known.hours[weekday - 1]! |= 1 << Math.floor(wallOf(at, zone).minute / 60);
    weeks.set(`${week} ${person}`, known);
  }
  return [...weeks.values()].map(({ week, person, hours }) => [plan, week, person, ...hours]);
}

export function logins({ plan, rows }: PackedBatch): Cell[][] {
  const first = new Map<number, number>();
  for (const [person, at, kind] of rows) {
    if (kind === "l") first.set(person, Math.min(at, first.get(person) ?? at));
  }
  return [...first].map(([person, at]) => [plan, person, at]);
}
