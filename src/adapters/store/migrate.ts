import { migrationRunner } from "@forge/sql";
import { adoptionTables } from "./adoption-tables";

/** Brings the tables up to this release; each statement runs once on a site, in order. */
export async function migrate(): Promise<void> {
  for (const [name, statement] of adoptionTables) migrationRunner.enqueue(name, statement);
  await migrationRunner.run();
}
