import type { Lease, Run, Runs } from "#app/sync/run-ports";
import type { Database } from "./database";
import { numberIn, textIn } from "./database";
import { answerRow, readAnswer, readEntry, readRun } from "./run-rows";
import { readBase, writeBase } from "./sql-base";
import { rowPages } from "./row-pages";
import { sqlPlans } from "./sql-plans";
import { sqlWatch } from "./sql-watch";
import { upsertAll } from "./upsert-all";

/** The memory of the sync in SQL tables. */
export function sqlRuns(database: Database): Runs {
  return {
    ...sqlWatch(database),
    ...sqlPlans(database),
    readBase: (ref) => readBase(database, ref),
    writeBase: (ref, change) => writeBase(database, ref, change),
    async start(run, operations) {
      const calls = operations.map((operation, at) => [run.id, at, JSON.stringify(operation)] as const);
      await upsertAll(database, callTable, calls);
      await saveRun(database, run);
    },
    async find(id) {
      const [row] = await database.rows("SELECT body, cancelled FROM sync_run WHERE id = ?", [id]);
      return row === undefined ? null : readRun(textIn(row, "body"), numberIn(row, "cancelled") === 1);
    },
    async list({ space, plan }) {
      const rows = await database.rows(newestRuns, [space, plan]);
      return rows.flatMap((row) => readRun(textIn(row, "body"), numberIn(row, "cancelled") === 1) ?? []);
    },
    save: (run) => saveRun(database, run),
    hold: (lease) => hold(database, lease),
    letGo: (name, holder) =>
      database.write("UPDATE sync_lease SET until_at = 0 WHERE name = ? AND holder = ?", [name, holder]),
    async journal(run) {
      const rows = await rowPages(pageRows, (last) =>
        database.rows(entryPage, [run, last === null ? -1 : numberIn(last, "at")]),
      );
      return rows.flatMap((row) => readEntry(run, row) ?? []);
    },
    note: (noted) => upsertAll(database, answerTable, noted.map(answerRow)),
    async outcome(run) {
      const rows = await database.rows("SELECT made, failures FROM sync_answer WHERE run = ? ORDER BY at", [run]);
      const answers = rows.map(readAnswer);
      return { made: answers.flatMap(({ made }) => made), failures: answers.flatMap(({ failures }) => failures) };
    },
    cancel: (run) => database.write("UPDATE sync_run SET cancelled = 1 WHERE id = ?", [run]),
  };
}

const newestRuns =
  "SELECT body, cancelled FROM sync_run WHERE space = ? AND plan = ? ORDER BY started_at DESC, id DESC LIMIT 20";
/** A bulk creation weighs up to 150 KB, a link next to nothing; creations come first. */
const pageRows = 25;
const entryPage = `SELECT c.at AS at, c.operation AS operation, a.state AS state, a.mark AS mark, a.made AS made, a.failures AS failures
  FROM sync_call c LEFT JOIN sync_answer a ON a.run = c.run AND a.at = c.at WHERE c.run = ? AND c.at > ? ORDER BY c.at LIMIT ${pageRows}`;

const callTable = { table: "sync_call", columns: ["run", "at", "operation"], merge: null };
const answerTable = {
  table: "sync_answer",
  columns: ["run", "at", "state", "mark", "made", "failures"],
  merge: "state = VALUES(state), mark = VALUES(mark), made = VALUES(made), failures = VALUES(failures)",
};
const runTable = {
  table: "sync_run",
  columns: ["id", "space", "plan", "started_at", "cancelled", "body"],
  merge: "body = VALUES(body)",
};

async function saveRun(database: Database, run: Run): Promise<void> {
  const row = [run.id, run.space, run.plan, run.startedAt, run.cancelled ? 1 : 0, JSON.stringify(run)] as const;
  await upsertAll(database, runTable, [row]);
}

/** There are no transactions, so the one statement that takes the lease also checks that it is free; reading it back tells who won. */
async function hold(database: Database, { name, holder, now, until }: Lease): Promise<boolean> {
  await upsertAll(database, { table: "sync_lease", columns: ["name", "holder", "until_at"], merge: null }, [
    [name, "", 0],
  ]);
  const take = "UPDATE sync_lease SET holder = ?, until_at = ? WHERE name = ? AND (holder = ? OR until_at <= ?)";
  await database.write(take, [holder, until, name, holder, now]);
  const [row] = await database.rows("SELECT holder FROM sync_lease WHERE name = ?", [name]);
  return row !== undefined && textIn(row, "holder") === holder;
}
