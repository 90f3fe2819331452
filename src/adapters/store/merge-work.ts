import type { PackedBatch } from "#contract/usage-event";
import { isoWeekOf } from "#domain/calendar/week";
import { hourAt } from "#domain/calendar/zone";
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

/** Of each person and week a bit for each hour of the plan's clocks with a transaction, a column a day. */
export function workedWeeks({ plan, zone, rows }: PackedBatch): Cell[][] {
  const weeks = new Map<number, Map<number, number[]>>();
  for (const [person, at, kind] of rows) {
    if (kind !== "t") continue;
    const { week, weekday } = isoWeekOf(at, zone);
    let people = weeks.get(week);
    if (people === undefined) weeks.set(week, (people = new Map()));
    let hours = people.get(person);
    if (hours === undefined) people.set(person, (hours = [0, 0, 0, 0, 0, 0, 0]));
    hours[weekday - 1]! |= 1 << hourAt(at, zone);
  }
  return [...weeks].flatMap(([week, people]) => [...people].map(([person, hours]) => [plan, week, person, ...hours]));
}

export function logins({ plan, rows }: PackedBatch): Cell[][] {
  const first = new Map<number, number>();
  for (const [person, at, kind] of rows) {
    if (kind === "l") first.set(person, Math.min(at, first.get(person) ?? at));
  }
  return [...first].map(([person, at]) => [plan, person, at]);
}
