import type { Facts, PersonRow } from "#app/adoption-ports";
import { keepAccounts, readAccounts } from "./accounts";
import { snapshotBody } from "./snapshot-body";
import { spellWeek } from "#domain/calendar/week";
import type { SourceFacts, WeekFacts } from "#domain/adoption/facts";
import { numberIn, textIn } from "./database";
import type { Database, Row } from "./database";
import { toStored, never } from "./instants";
import { mergeBatch } from "./merge-batch";
import { erasePerson } from "./erase-person";
import { listedTable } from "./person-table";
import { readPeople } from "./read-people";
import { readPlans } from "./read-plans";
import { readWorked } from "./read-worked";
import { upsert } from "./upsert";

export function factsIn(database: Database): Facts {
  return {
    merge: (batch) => mergeBatch(database, batch),
    putPeople: (plan, people) => putPeople(database, plan, people),
    people: (plan, wave) => readPeople(database, plan, wave),
    weeks: (plan, wave) => readWeeks(database, plan, wave),
    worked: (plan, weeks) => readWorked(database, plan, weeks),
    keepAccounts: (accounts, seenAt) => keepAccounts(database, accounts, seenAt),
    accounts: () => readAccounts(database),
    erasePerson: (person, plan) => erasePerson(database, person, plan),
    sources: (plan) => readSources(database, plan),
    async snapshot(plan, wave) {
      const [row] = await database.rows("SELECT body FROM snapshot WHERE plan = ? AND wave = ?", [plan, wave ?? ""]);
      return row === undefined ? null : snapshotBody(textIn(row, "body"));
    },
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

async function readWeeks(database: Database, plan: string, wave: string | null): Promise<WeekFacts[]> {
  const join = wave === null ? "" : " JOIN person p ON p.plan = f.plan AND p.person = f.person AND p.wave = ?";
  const params = wave === null ? [plan] : [wave, plan];
  const count = (table: string) =>
    database.rows(
      `SELECT f.week AS week, COUNT(*) AS n FROM ${table} f${join} WHERE f.plan = ? GROUP BY f.week`,
      params,
    );
  const totals = database.rows(
    `SELECT week, SUM(active) AS n FROM worked_total WHERE plan = ?${wave === null ? "" : " AND wave = ?"} GROUP BY week`,
    wave === null ? [plan] : [plan, wave],
  );
  const [active, old, tickets] = [byWeek(await count("worked")), byWeek(await totals), byWeek(await count("ticket"))];
  const weeks = [...new Set([...active.keys(), ...old.keys(), ...tickets.keys()])].toSorted((a, b) => a - b);
  return weeks.map((week) => ({
    week: spellWeek(week),
    // What came in late for a week that is a total already adds nothing to it.
    active: Math.max(active.get(week) ?? 0, old.get(week) ?? 0),
    tickets: tickets.get(week) ?? 0,
  }));
}

function byWeek(rows: readonly Row[]): ReadonlyMap<number, number> {
  return new Map(rows.map((row) => [numberIn(row, "week"), numberIn(row, "n")]));
}

async function readSources(database: Database, plan: string): Promise<SourceFacts[]> {
  const rows = await database.rows(
    `SELECT source, MAX(received_at) AS last_seen, MAX(complete_to) AS complete_to,
      SUM(events) AS events, SUM(sandbox) AS sandbox, SUM(service) AS service
      FROM batch WHERE plan = ? GROUP BY source`,
    [plan],
  );
  return rows.map((row) => ({
    source: textIn(row, "source"),
    lastSeenAt: numberIn(row, "last_seen"),
    completeTo: numberIn(row, "complete_to"),
    events: numberIn(row, "events"),
    sandbox: numberIn(row, "sandbox"),
    service: numberIn(row, "service"),
  }));
}
