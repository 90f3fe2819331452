import type { Cell, Database } from "./database";
import { marks, partsOf } from "./in-lists";

export interface Upsert {
  readonly table: string;
  readonly columns: readonly string[];
  /** What follows `ON DUPLICATE KEY UPDATE`; null keeps the row that is there. */
  readonly merge: string | null;
}

/** Far below the 1 MiB of a request, and few enough for one statement to stay quick. */
const mostRows = 400;

/** Writes many rows in few statements. Columns come from our own code, values only as parameters. */
export async function upsert(
  database: Database,
  { table, columns, merge }: Upsert,
  rows: readonly (readonly Cell[])[],
): Promise<void> {
  const verb = merge === null ? "INSERT IGNORE INTO" : "INSERT INTO";
  const tuple = `(${marks(columns)})`;
  for (const part of partsOf(rows, mostRows)) {
    const values = part.map(() => tuple).join(", ");
    const tail = merge === null ? "" : ` ON DUPLICATE KEY UPDATE ${merge}`;
    await database.write(`${verb} ${table} (${columns.join(", ")}) VALUES ${values}${tail}`, part.flat());
  }
}
