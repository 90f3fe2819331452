import type { PackedBatch } from "#contract/usage-event";
import { isoWeekOf } from "#domain/calendar/week";
import { hourAt } from "#domain/calendar/zone";
import type { Cell } from "./database";

export const days = ["d1", "d2", "d3", "d4", "d5", "d6", "d7"] as const;

export const weekTable = {
  table: "week",
  columns: ["plan", "week", "person", "days"],
  merge: "days = days | VALUES(days)",
};

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

export interface WorkedWeeks {
  /** A bit for each weekday with a transaction. */
  readonly days: readonly (readonly Cell[])[];
  /** A bit for each hour of the plan's clocks with one. */
  readonly hours: readonly (readonly Cell[])[];
}

export function workedWeeks({ plan, zone, rows }: PackedBatch): WorkedWeeks {
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
  const all = [...weeks].flatMap(([week, people]) => [...people].map(([person, hours]) => ({ week, person, hours })));
  return {
    days: all.map(({ week, person, hours }) => [plan, week, person, daysIn(hours)]),
    hours: all.map(({ week, person, hours }) => [plan, week, person, ...hours]),
  };
}

function daysIn(hours: readonly number[]): number {
  return hours.reduce((bits, worked, day) => (worked === 0 ? bits : bits | (1 << day)), 0);
}

export function logins({ plan, rows }: PackedBatch): Cell[][] {
  const first = new Map<number, number>();
  for (const [person, at, kind] of rows) {
    if (kind === "l") first.set(person, Math.min(at, first.get(person) ?? at));
  }
  return [...first].map(([person, at]) => [plan, person, at]);
}
