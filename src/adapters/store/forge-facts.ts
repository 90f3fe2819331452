import type { Facts, PersonRow } from "#app/adoption-ports";
import { keepAccounts, readAccounts } from "./accounts";
import type { Database } from "./database";
import { toStored, never } from "./instants";
import { mergeBatch } from "./merge-batch";
import { erasePerson } from "./erase-person";
import { listedTable } from "./person-table";
import { readPeople } from "./read-people";
import { readPlans } from "./read-plans";
import { readKept, readSources } from "./read-sources";
import { readWeeks } from "./read-weeks";
import { readWorked } from "./read-worked";
import { upsert } from "./upsert";

export function factsIn(database: Database): Facts {
  return {
    merge: (batch) => mergeBatch(database, batch),
    putPeople: (plan, people) => putPeople(database, plan, people),
    people: (plan, wave) => readPeople(database, plan, wave),
    weeks: (plan) => readWeeks(database, plan),
    worked: (plan, weeks) => readWorked(database, plan, weeks),
    keepAccounts: (accounts, seenAt) => keepAccounts(database, accounts, seenAt),
    accounts: () => readAccounts(database),
    erasePerson: (person, plan) => erasePerson(database, person, plan),
    sources: (plan) => readSources(database, plan),
    kept: (plan, wave) => readKept(database, plan, wave),
    async keepSnapshot(plan, wave, snapshot) {
      const columns = ["plan", "wave", "id", "computed_at", "body"];
      const merge = "id = VALUES(id), computed_at = VALUES(computed_at), body = VALUES(body)";
      const row = [plan, wave ?? "", snapshot.id, Date.parse(snapshot.computedAt), JSON.stringify(snapshot)];
      await upsert(database, { table: "snapshot", columns, merge }, [row]);
    },
    dropSnapshots: (plan) => database.write("DELETE FROM snapshot WHERE plan = ?", [plan]),
    plans: () => readPlans(database, "batch"),
  };
}

async function putPeople(database: Database, plan: string, people: readonly PersonRow[]): Promise<void> {
  const rows = people.map((row) => [
    plan,
    row.person,
    row.wave,
    row.department,
    toStored(row.accessAt),
    toStored(row.leftAt),
    row.version,
    never,
    never,
  ]);
  await upsert(database, listedTable, rows);
}
