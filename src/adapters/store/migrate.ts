import { migrationRunner } from "@forge/sql";
import { tables } from "./tables";

/** Brings the tables up to this release. */
export async function migrate(): Promise<void> {
  for (const [name, statement] of tables) migrationRunner.enqueue(name, statement);
  await migrationRunner.run();
}
