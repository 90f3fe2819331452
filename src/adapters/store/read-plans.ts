import { textIn } from "./database";
import type { Database } from "./database";

/** Each plan that has a row, found by stepping along the key: a look-up a plan, however many rows each has. */
export async function readPlans(database: Database, table: "batch" | "person"): Promise<string[]> {
  const plans: string[] = [];
  for (;;) {
    const [row] = await database.rows(nextPlan[table], [plans.at(-1) ?? ""]);
    if (row === undefined) return plans;
    plans.push(textIn(row, "plan"));
  }
}

export const nextPlan = {
  batch: "SELECT plan FROM batch WHERE plan > ? ORDER BY plan LIMIT 1",
  person: "SELECT plan FROM person WHERE plan > ? ORDER BY plan LIMIT 1",
} as const;
