import { DatabaseSync } from "node:sqlite";
import type { SQLInputValue, StatementSync } from "node:sqlite";
import type { Clock } from "../../wire/clock";
import { sql as limits } from "../limits";
import { SqlRefusal } from "./refusal";
import type { Engine, Param } from "./engine";
import { registerFunctions } from "./functions";
import { translate } from "./translate";
import type { Token } from "./tokens";

const keptStatements = 400;
const changed = { fieldCount: 0, info: "", serverStatus: 2, warningStatus: 0 };

/** SQLite behind MySQL's dialect: what runs here without a refusal runs the same on Forge SQL. */
export function createEmbeddedEngine(file: string, clock: Clock): Engine {
  const database = openDatabase(file, clock);
  const prepared = new Map<string, StatementSync>();

  function prepare(tokens: readonly Token[], statement: string): StatementSync {
    const known = prepared.get(statement);
    if (known !== undefined) return known;
    const [translated = ""] = translate(tokens);
    const fresh = database.prepare(translated);
    fresh.setReadBigInts(true);
    if (prepared.size >= keptStatements) prepared.clear();
    prepared.set(statement, fresh);
    return fresh;
  }

  function define(tokens: readonly Token[]): unknown {
    const isNew = tokens[0]?.upper === "CREATE" && tokens[1]?.upper === "TABLE";
    const count = database.prepare("SELECT COUNT(*) AS n FROM sqlite_schema WHERE type = 'table'").get()?.["n"];
    if (isNew && Number(count) >= limits.tables)
      throw new SqlRefusal("SQL_EXECUTION_ERROR", "A database holds at most 200 tables.");
    for (const statement of translate(tokens)) database.exec(statement);
    prepared.clear();
    return { affectedRows: 0, insertId: 0, ...changed };
  }

  return {
    async run(statement, { kind, tokens, params }) {
      try {
        if (kind === "define") return define(tokens);
        const ready = prepare(tokens, statement);
        const values = params.map(bound);
        if (kind === "read") return rowsOf(ready, values);
        const { changes, lastInsertRowid } = ready.run(...values);
        return {
          affectedRows: Number(changes),
          insertId: tokens[0]?.upper === "INSERT" ? Number(lastInsertRowid) : 0,
          ...changed,
        };
      } catch (error) {
        if (error instanceof SqlRefusal) throw error;
        throw new SqlRefusal("SQL_EXECUTION_ERROR", worded(error instanceof Error ? error.message : String(error)));
      }
    },
    async close() {
      database.close();
    },
  };
}

function openDatabase(file: string, clock: Clock): DatabaseSync {
  const database = new DatabaseSync(file);
  const pages = Math.floor(limits.totalBytes / 4096);
  database.exec(
    `PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA case_sensitive_like = ON; PRAGMA max_page_count = ${pages}`,
  );
  registerFunctions(database, clock);
  return database;
}

/** SQLite would keep 5 as 5.0 in a column without a type. */
function bound(param: Param): SQLInputValue {
  if (typeof param === "boolean") return param ? 1n : 0n;
  return typeof param === "number" && Number.isSafeInteger(param) ? BigInt(param) : param;
}

function rowsOf(statement: StatementSync, values: readonly SQLInputValue[]): Record<string, unknown>[] {
  const types = new Map(statement.columns().map(({ name, type }) => [name, type]));
  return statement
    .all(...values)
    .map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [name, read(name, value, types.get(name) ?? null)]),
      ),
    );
}

function read(name: string, value: unknown, type: string | null): unknown {
  if (value instanceof Uint8Array)
    throw new SqlRefusal(
      "SQL_EXECUTION_ERROR",
      `Read the bytes of "${name}" with HEX(): how the platform sends them is not documented.`,
    );
  // BIGINT and DECIMAL come as text, and so do counts and sums. INTEGER is only ever an AUTO_INCREMENT here, which MySQL keeps as BIGINT.
  if (typeof value === "bigint")
    return type === null || type === "BIGINT" || type === "INTEGER" ? String(value) : Number(value);
  if (value !== null && type?.startsWith("DECIMAL") === true)
    return Number(value).toFixed(Number(/, (\d+)\)/.exec(type)?.[1] ?? 0));
  return typeof value === "string" && (type === "DATETIME" || type === "TIMESTAMP") && value.length === 10
    ? `${value} 00:00:00`
    : value;
}

function worded(message: string): string {
  if (message.startsWith("UNIQUE constraint failed: ")) return `Duplicate entry for key '${message.slice(26)}'`;
  if (message.startsWith("CHECK constraint failed: "))
    return `Data too long or out of range for a column: ${message.slice(25)}`;
  return message;
}
