import type { KeptEntry, RollbackLog } from "#app/rollback/log";
import type { Database, Row } from "./database";
import { numberIn, textIn } from "./database";
import { rowPages } from "./row-pages";
import { upsertAll } from "./upsert-all";

/** A start carries its whole runbook. */
const pageRows = 100;

export function rollbackLog(database: Database): RollbackLog {
  return {
    async append({ space, plan }, kind, entries) {
      const rows = entries.map(({ id, at, body }) => [space, plan, kind, id, at, JSON.stringify(body)] as const);
      await upsertAll(database, table, rows);
    },
    async read({ space, plan }) {
      const rows = await rowPages(pageRows, (last) => {
        const [kind, id] = last === null ? ["", ""] : [textIn(last, "kind"), textIn(last, "id")];
        return database.rows(page, [space, plan, kind, kind, id]);
      });
      return rows.map(entryIn);
    },
  };
}

/** Who belongs to an audience of the people list, by the number that stands for each. */
export async function audienceIn(database: Database, plan: string, name: string): Promise<readonly string[]> {
  const asked = name.trim().toLowerCase();
  const rows = await database.rows(members, [plan, asked, asked]);
  return rows.map((row) => textIn(row, "person"));
}

const table = { table: "rollback_log", columns: ["space", "plan", "kind", "id", "at", "body"], merge: null };
const page = `SELECT kind, id, at, body FROM rollback_log
  WHERE space = ? AND plan = ? AND (kind > ? OR (kind = ? AND id > ?)) ORDER BY kind, id LIMIT ${pageRows}`;
const members =
  "SELECT person FROM person WHERE plan = ? AND (LOWER(wave) = ? OR LOWER(department) = ?) ORDER BY person";

function entryIn(row: Row): KeptEntry {
  const body: unknown = JSON.parse(textIn(row, "body"));
  return { kind: textIn(row, "kind"), id: textIn(row, "id"), at: numberIn(row, "at"), body };
}
