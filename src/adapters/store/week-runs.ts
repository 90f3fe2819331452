import { addWeeks } from "#domain/calendar/week";
import { numberIn } from "./database";
import type { Database } from "./database";
import { partsOf } from "./in-lists";

const mostWeeks = 200;

/** Lists of weeks that have any work in a plan. The week stands before the person in the key, so each is named: point look-ups instead of a walk. */
export async function weekRuns(database: Database, plan: string): Promise<readonly (readonly number[])[]> {
  const [bounds] = await database.rows("SELECT MIN(week) AS first, MAX(week) AS last FROM worked WHERE plan = ?", [
    plan,
  ]);
  if (bounds === undefined || bounds["first"] === null) return [];
  const weeks: number[] = [];
  for (let week = numberIn(bounds, "first"); week <= numberIn(bounds, "last"); week = addWeeks(week, 1))
    weeks.push(week);
  return [...partsOf(weeks, mostWeeks)];
}
