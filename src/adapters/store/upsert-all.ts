import type { Cell, Database } from "./database";
import { upsert } from "./upsert";
import type { Upsert } from "./upsert";

/** A statement with its parameters, written as JSON, stays under the 1 MiB of a request, whatever the rows weigh. */
const mostBytes = 800_000;
const encoder = new TextEncoder();

export async function upsertAll(database: Database, into: Upsert, rows: readonly (readonly Cell[])[]): Promise<void> {
  let part: (readonly Cell[])[] = [];
  let bytes = 0;
  for (const row of rows) {
    const weight = row.reduce<number>((sum, cell) => sum + encoder.encode(JSON.stringify(cell)).length + 4, 0);
    if (part.length > 0 && bytes + weight > mostBytes) {
      await upsert(database, into, part);
      part = [];
      bytes = 0;
    }
    part.push(row);
    bytes += weight;
  }
  await upsert(database, into, part);
}
