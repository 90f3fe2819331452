import type { WorkedWeek } from "#domain/adoption/facts";
import { numberIn } from "./database";
import type { Database } from "./database";
import { days } from "./merge-work";
import { rowPages } from "./row-pages";

const pageRows = 5000;

/** The hours of some weeks, along the primary key: a week after another, a page of people after another. */
export async function readWorked(
  database: Database,
  plan: string,
  weeks: readonly number[],
): Promise<readonly WorkedWeek[]> {
  const found: WorkedWeek[] = [];
  for (const week of weeks.toSorted((a, b) => a - b)) {
    const rows = await rowPages(pageRows, (last) =>
      database.rows(workedQuery, [plan, week, last === null ? -1 : numberIn(last, "person")]),
    );
    for (const row of rows) {
      found.push({ person: numberIn(row, "person"), week, hours: days.map((day) => numberIn(row, day)) });
    }
  }
  return found;
}

const workedQuery = `SELECT person, ${days.join(", ")} FROM worked
  WHERE plan = ? AND week = ? AND person > ? ORDER BY person LIMIT ${pageRows}`;
