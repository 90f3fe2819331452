import { addWeeks } from "#domain/calendar/week";
import { numberIn } from "./database";
import type { Database } from "./database";
import { readPlans } from "./read-plans";

/**
 * Deletes every row of a person in one plan, or in all. The number comes from the account or address by the site's key, so nothing else is needed
 * to find them. Running it twice, or over nobody, changes nothing.
 */
export async function erasePerson(database: Database, person: number, only: string | null): Promise<void> {
  // A list of people may have come before the first batch, so the plans are those of the people; each one's own row goes last.
  for (const plan of only === null ? await readPlans(database, "person") : [only]) {
    await eraseWeeks(database, plan, person);
    for (const table of ["candidate", "daily", "login", "ticket", "person"]) {
      await database.write(`DELETE FROM ${table} WHERE plan = ? AND person = ?`, [plan, person]);
    }
  }
  if (only === null) await database.write("DELETE FROM account WHERE person = ?", [person]);
}

/** The week stands before the person in the key, so each week is named: point look-ups instead of a walk over everybody's weeks. */
async function eraseWeeks(database: Database, plan: string, person: number): Promise<void> {
  const [bounds] = await database.rows(`SELECT MIN(week) AS first, MAX(week) AS last FROM worked WHERE plan = ?`, [
    plan,
  ]);
  if (bounds === undefined || bounds["first"] === null) return;
  const weeks: number[] = [];
  for (let week = numberIn(bounds, "first"); week <= numberIn(bounds, "last"); week = addWeeks(week, 1))
    weeks.push(week);
  for (let from = 0; from < weeks.length; from += mostWeeks) {
    const part = weeks.slice(from, from + mostWeeks);
    const marks = part.map(() => "?").join(", ");
    await database.write(`DELETE FROM worked WHERE plan = ? AND week IN (${marks}) AND person = ?`, [
      plan,
      ...part,
      person,
    ]);
  }
}

const mostWeeks = 200;
