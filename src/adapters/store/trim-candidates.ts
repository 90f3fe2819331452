import { numberIn } from "./database";
import type { Cell, Database } from "./database";

/** Enough to find one that stands, however many of the first were helped, reversed or followed by a ticket. */
export const mostCandidates = 32;

const peopleAtOnce = 200;

/**
 * Keeps each person's earliest 32. Dropping only what lies behind the 32nd gives the same rows in whatever order batches come, because
 * an earlier transaction that arrives later merely pushes out the last one.
 */
export async function trimCandidates(database: Database, plan: string, people: readonly number[]): Promise<void> {
  for (let from = 0; from < people.length; from += peopleAtOnce) {
    const part = people.slice(from, from + peopleAtOnce);
    const marks = part.map(() => "?").join(", ");
    const crowded = await database.rows(
      `SELECT person FROM candidate WHERE plan = ? AND person IN (${marks}) GROUP BY person HAVING COUNT(*) > ${mostCandidates}`,
      [plan, ...part],
    );
    for (const row of crowded) await trimOne(database, plan, numberIn(row, "person"));
  }
}

async function trimOne(database: Database, plan: string, person: number): Promise<void> {
  const key: Cell[] = [plan, person];
  const [last] = await database.rows(
    `SELECT at FROM candidate WHERE plan = ? AND person = ? ORDER BY at, process, flags LIMIT 1 OFFSET ${mostCandidates - 1}`,
    key,
  );
  if (last === undefined) return;
  await database.write("DELETE FROM candidate WHERE plan = ? AND person = ? AND at > ?", [
    ...key,
    numberIn(last, "at"),
  ]);
}
