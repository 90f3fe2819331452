import type { Storage } from "#app/adoption-ports";
import { noRows, storedTables } from "#domain/adoption/storage";
import type { StoredRows } from "#domain/adoption/storage";
import { numberIn, textIn } from "./database";
import type { Database } from "./database";
import { marks, partsOf } from "./in-lists";
import { readPlans } from "./read-plans";
import { upsert } from "./upsert";

/** Each has a row for every day and process. */
const peopleAtOnce = 200;

/** Few enough for one statement to stay within its ten seconds. */
const rowsAtOnce = 5000;

export function storageIn(database: Database): Storage {
  return {
    plans: () => readPlans(database, "person"),
    rows: (plan) => rowsOf(database, plan),
    weeks: (plan) => weeksOf(database, plan),
    totalWeek: (plan, week) => totalWeek(database, plan, week),
    async forgetDays(plan, people) {
      for (const part of partsOf(people, peopleAtOnce)) {
        await database.write(`DELETE FROM daily WHERE plan = ? AND person IN (${marks(part)})`, [plan, ...part]);
      }
    },
    async forgetPlan(plan) {
      for (const week of await weeksOf(database, plan)) await deleteWeek(database, plan, week);
      for (const table of ["candidate", "daily", "login", "ticket", "person"] as const) {
        await deletePeople(database, table, plan);
      }
      for (const table of ["worked_total", "batch", "customer", "member"]) {
        await database.write(`DELETE FROM ${table} WHERE plan = ?`, [plan]);
      }
    },
  };
}

async function rowsOf(database: Database, plan: string): Promise<StoredRows> {
  let counted = noRows;
  for (const table of storedTables) {
    const [row] = await database.rows(`SELECT COUNT(*) AS n FROM ${table} WHERE plan = ?`, [plan]);
    counted = { ...counted, [table]: row === undefined ? 0 : numberIn(row, "n") };
  }
  return counted;
}

/** Stepping along the key: a look-up a week, however many people worked in it. */
async function weeksOf(database: Database, plan: string): Promise<readonly number[]> {
  const weeks: number[] = [];
  for (;;) {
    const [row] = await database.rows(
      "SELECT week FROM worked WHERE plan = ? AND week > ? ORDER BY plan, week LIMIT 1",
      [plan, weeks.at(-1) ?? 0],
    );
    if (row === undefined) return weeks;
    weeks.push(numberIn(row, "week"));
  }
}

/**
 * How many of each wave worked that week, in place of who did when. First the total, then the deletion: cut short in between it is
 * counted again from the same rows. A total that stands already is never lowered by what came in late.
 */
async function totalWeek(database: Database, plan: string, week: number): Promise<void> {
  const counted = await database.rows(
    `SELECT p.wave AS wave, COUNT(*) AS n FROM worked f JOIN person p ON p.plan = f.plan AND p.person = f.person
      WHERE f.plan = ? AND f.week = ? GROUP BY p.wave`,
    [plan, week],
  );
  const total = { table: "worked_total", columns: ["plan", "week", "wave", "active"] };
  const merge = "active = GREATEST(active, VALUES(active))";
  await upsert(
    database,
    { ...total, merge },
    counted.map((row) => [plan, week, textIn(row, "wave"), numberIn(row, "n")]),
  );
  await deleteWeek(database, plan, week);
}

async function deleteWeek(database: Database, plan: string, week: number): Promise<void> {
  for (;;) {
    const people = await database.rows(
      `SELECT person FROM worked WHERE plan = ? AND week = ? ORDER BY person LIMIT ${rowsAtOnce}`,
      [plan, week],
    );
    const last = people.at(-1);
    if (last === undefined) return;
    await database.write("DELETE FROM worked WHERE plan = ? AND week = ? AND person <= ?", [
      plan,
      week,
      numberIn(last, "person"),
    ]);
  }
}

/** Person by person, so that no statement deletes more than it has time for; tables without people are small. */
async function deletePeople(
  database: Database,
  table: "person" | "candidate" | "daily" | "login" | "ticket",
  plan: string,
) {
  for (;;) {
    const [row] = await database.rows(
      `SELECT MAX(person) AS last FROM (SELECT person FROM ${table} WHERE plan = ? ORDER BY person LIMIT ${rowsAtOnce}) some`,
      [plan],
    );
    if (row === undefined || row["last"] === null) return;
    await database.write(`DELETE FROM ${table} WHERE plan = ? AND person <= ?`, [plan, numberIn(row, "last")]);
  }
}
