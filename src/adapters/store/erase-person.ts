import type { Database } from "./database";
import { marks } from "./in-lists";
import { weekRuns } from "./week-runs";
import { readPlans } from "./read-plans";

/**
 * Deletes every row of a person in one plan, or in all. The number comes from the account or address by the site's key, so nothing else is needed
 * to find them. Running it twice, or over nobody, changes nothing.
 */
export async function erasePerson(database: Database, person: number, only: string | null): Promise<void> {
  // A list of people may have come before the first batch, so the plans are those of the people; each one's own row goes last.
  for (const plan of only === null ? await readPlans(database, "person") : [only]) {
    await eraseFacts(database, plan, person);
    await database.write("DELETE FROM customer WHERE plan = ? AND customer = ?", [plan, person]);
    for (const table of ["customer", "member"]) await eraseFrom(database, table, [plan, person]);
  }
  if (only === null) await database.write("DELETE FROM account WHERE person = ?", [person]);
}

/** What was reported of somebody, but not which other names they have. */
export async function eraseFacts(database: Database, plan: string, person: number): Promise<void> {
  for (const weeks of await weekRuns(database, plan)) {
    const own = [plan, ...weeks, person];
    await database.write(`DELETE FROM worked WHERE plan = ? AND week IN (${marks(weeks)}) AND person = ?`, own);
  }
  for (const table of ["candidate", "daily", "login", "ticket", "person"]) {
    await eraseFrom(database, table, [plan, person]);
  }
}

async function eraseFrom(database: Database, table: string, own: readonly [string, number]): Promise<void> {
  await database.write(`DELETE FROM ${table} WHERE plan = ? AND person = ?`, own);
}
