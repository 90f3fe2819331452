import type { PackedBatch, PackedRow } from "#contract/usage-event";
import { assisted, mergeCandidates, reversalFlag } from "./candidates";
import { dailyTable } from "./daily";
import { numberIn, textIn } from "./database";
import type { Cell, Database, Row } from "./database";
import { eraseFacts } from "./erase-person";
import { memberTable } from "./team-members";
import { loginTable, workedTable } from "./merge-work";
import { marks } from "./in-lists";
import { weekRuns } from "./week-runs";
import { listedTable, reportedTable } from "./person-table";
import { upsert } from "./upsert";

export interface Join {
  readonly plan: string;
  readonly from: number;
  readonly into: number;
}

/**
 * Everything reported of one number becomes the other's, by the laws by which batches merge; so it may stop half-way and run again, and
 * what comes under the old number later is joined by the next round.
 */
export async function joinPerson(database: Database, { plan, from, into }: Join): Promise<void> {
  if (from === into) return;
  const read = (statement: string): Promise<readonly Row[]> => database.rows(statement, [plan, from]);
  const moved = (rows: readonly Row[], columns: readonly string[]): Cell[][] =>
    rows.map((row) => columns.map((column) => cellOf(row, column, { plan, into })));
  const listed = await read(`SELECT ${personColumns} FROM person WHERE plan = ? AND person = ?`);
  await upsert(database, listedTable, moved(listed, listedTable.columns));
  await upsert(database, reportedTable, moved(listed, reportedTable.columns));
  const done = await read("SELECT at, process, flags FROM candidate WHERE plan = ? AND person = ?");
  await mergeCandidates(
    database,
    batchOf(
      plan,
      done.map((row) => doneBy(into, row)),
    ),
  );
  const days = await read("SELECT day, process, first, second FROM daily WHERE plan = ? AND person = ?");
  await upsert(database, dailyTable, moved(days, dailyTable.columns));
  const logins = await read("SELECT at FROM login WHERE plan = ? AND person = ?");
  await upsert(database, loginTable, moved(logins, loginTable.columns));
  for (const weeks of await weekRuns(database, plan)) {
    const rows = await database.rows(
      `SELECT week, d1, d2, d3, d4, d5, d6, d7 FROM worked WHERE plan = ? AND week IN (${marks(weeks)}) AND person = ?`,
      [plan, ...weeks, from],
    );
    await upsert(database, workedTable, moved(rows, workedTable.columns));
  }
  const teams = await read("SELECT team FROM member WHERE plan = ? AND person = ?");
  await upsert(database, memberTable, moved(teams, memberTable.columns));
  await database.write("DELETE FROM member WHERE plan = ? AND person = ?", [plan, from]);
  for (const table of ["ticket", "customer"]) {
    await database.write(`UPDATE ${table} SET person = ? WHERE plan = ? AND person = ?`, [into, plan, from]);
  }
  await database.write("UPDATE account SET person = ? WHERE person = ?", [into, from]);
  await eraseFacts(database, plan, from);
}

const personColumns = listedTable.columns.slice(2).join(", ");
const texts = new Set(["team", "wave", "department", "version", "process"]);

function cellOf(row: Row, column: string, { plan, into }: { plan: string; into: number }): Cell {
  if (column === "plan") return plan;
  if (column === "person") return into;
  return texts.has(column) ? textIn(row, column) : numberIn(row, column);
}

function doneBy(person: number, row: Row): PackedRow {
  const flags = numberIn(row, "flags");
  const kind = (flags & reversalFlag) === 0 ? "t" : "r";
  return [person, numberIn(row, "at"), kind, textIn(row, "process"), assisted(flags) ? 1 : 0, ""];
}

function batchOf(plan: string, rows: readonly PackedRow[]): Pick<PackedBatch, "plan" | "rows"> {
  return { plan, rows };
}
