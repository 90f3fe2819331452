import { addWeeks } from "#domain/calendar/week";
import { numberIn } from "./database";
import type { Cell, Database, Row } from "./database";

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
  return Array.from({ length: Math.ceil(weeks.length / mostWeeks) }, (_, at) =>
    weeks.slice(at * mostWeeks, (at + 1) * mostWeeks),
  );
}

export function marks(cells: readonly unknown[]): string {
  return cells.map(() => "?").join(", ");
}

/** Numbers too many for one statement, asked for a few hundred at a time. */
export async function rowsOf(
  cells: readonly Cell[],
  ask: (part: readonly Cell[]) => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  const found: Row[] = [];
  for (let from = 0; from < cells.length; from += 400) found.push(...(await ask(cells.slice(from, from + 400))));
  return found;
}
