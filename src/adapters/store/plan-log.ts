import type { KeptEntry, LogKind, PlanLog } from "#app/log";
import type { PlanRef } from "#app/sync/run-ports";
import type { Database, Row } from "./database";
import { numberIn, textIn } from "./database";
import { rowPages } from "./row-pages";
import { upsertAll } from "./upsert-all";

/** The start of a rollback carries its whole runbook. */
const pageRows = 100;

export function planLog(database: Database): PlanLog {
  return {
    async append({ space, plan }, kind, entries) {
      const rows = entries.map(({ id, at, body }) => [space, plan, kind, id, at, JSON.stringify(body)] as const);
      await upsertAll(database, table, rows);
    },
    async read(ref, kinds) {
      const read = await Promise.all(kinds.map((kind) => entriesOf(database, ref, kind)));
      return read.flat();
    },
  };
}

async function entriesOf(database: Database, { space, plan }: PlanRef, kind: LogKind): Promise<readonly KeptEntry[]> {
  const rows = await rowPages(pageRows, (last) =>
    database.rows(page, [space, plan, kind, last === null ? "" : textIn(last, "id")]),
  );
  return rows.map((row) => entryIn(row, kind));
}

/** Who belongs to an audience of the people list, by the number that stands for each. */
export async function audienceIn(database: Database, plan: string, name: string): Promise<readonly string[]> {
  const asked = name.trim().toLowerCase();
  const rows = await database.rows(members, [plan, asked, asked]);
  return rows.map((row) => textIn(row, "person"));
}

const table = { table: "plan_log", columns: ["space", "plan", "kind", "id", "at", "body"], merge: null };
const page = `SELECT id, at, body FROM plan_log WHERE space = ? AND plan = ? AND kind = ? AND id > ? ORDER BY id LIMIT ${pageRows}`;
const members =
  "SELECT person FROM person WHERE plan = ? AND (LOWER(wave) = ? OR LOWER(department) = ?) ORDER BY person";

function entryIn(row: Row, kind: LogKind): KeptEntry {
  const body: unknown = JSON.parse(textIn(row, "body"));
  return { kind, id: textIn(row, "id"), at: numberIn(row, "at"), body };
}
