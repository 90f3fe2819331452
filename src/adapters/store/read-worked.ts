import type { WorkedWeek } from "#domain/adoption/facts";
import { numberIn } from "./database";
import type { Database } from "./database";
import { marks } from "./in-lists";
import { days } from "./merge-work";
import { allOf, groupPages } from "./row-pages";

const pageRows = 5000;

/** The hours of some weeks, along the primary key: a week after another, a page of people after another. */
export async function readWorked(
  database: Database,
  plan: string,
  weeks: readonly number[],
): Promise<readonly WorkedWeek[]> {
  const pages = groupPages(pageRows, {
    behind: async (last) => {
      const left = weeks.filter((week) => last === null || week > numberIn(last, "week"));
      return left.length === 0 ? [] : database.rows(workedIn(`week IN (${marks(left)})`), [plan, ...left]);
    },
    within: (last) =>
      database.rows(workedIn("week = ? AND person > ?"), [plan, numberIn(last, "week"), numberIn(last, "person")]),
  });
  return (await allOf(pages)).map((row) => ({
    person: numberIn(row, "person"),
    week: numberIn(row, "week"),
    hours: days.map((day) => numberIn(row, day)),
  }));
}

const workedIn = (where: string): string =>
  `SELECT week, person, ${days.join(", ")} FROM worked WHERE plan = ? AND ${where} ORDER BY week, person LIMIT ${pageRows}`;
