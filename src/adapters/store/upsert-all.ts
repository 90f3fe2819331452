import type { Cell, Database } from "./database";
import { upsert } from "./upsert";
import type { Upsert } from "./upsert";

/** A statement with its parameters stays under the 1 MiB of a request, whatever the rows weigh. */
const mostLetters = 600_000;

export async function upsertAll(database: Database, into: Upsert, rows: readonly (readonly Cell[])[]): Promise<void> {
  let part: (readonly Cell[])[] = [];
  let letters = 0;
  for (const row of rows) {
    const weight = row.reduce<number>((sum, cell) => sum + String(cell).length + 4, 0);
    if (part.length > 0 && letters + weight > mostLetters) {
      await upsert(database, into, part);
      part = [];
      letters = 0;
    }
    part.push(row);
    letters += weight;
  }
  await upsert(database, into, part);
}
