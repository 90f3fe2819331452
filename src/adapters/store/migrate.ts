import { migrationRunner } from "@forge/sql";
import { adoptionTables } from "./adoption-tables";
import { syncTables } from "./sync-tables";

/** Brings the tables up to this release; each statement runs once on a site, in order. */
export async function migrate(): Promise<void> {
  for (const [name, statement] of [...adoptionTables, ...syncTables]) migrationRunner.enqueue(name, statement);
  await migrationRunner.run();
}
