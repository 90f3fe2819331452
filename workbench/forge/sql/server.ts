import { createPool } from "mysql2/promise";
import { z } from "zod";
import { sql as limits } from "../limits";
import type { Engine } from "./engine";
import { SqlRefusal } from "./refusal";

const failure = z.object({ code: z.string(), message: z.string() });
const timeouts = { read: limits.selectMs, write: limits.writeMs, define: limits.ddlMs } as const;

/** A server that speaks MySQL's protocol, such as MariaDB or TiDB, with values spelled as Forge SQL spells them. */
export function createServerEngine(url: string): Engine {
  const pool = createPool({
    uri: url,
    connectionLimit: 4,
    supportBigNumbers: true,
    bigNumberStrings: true,
    dateStrings: true,
  });
  return {
    async run(statement, { kind, params }) {
      try {
        const [rows] = await pool.query({ sql: statement, values: [...params], timeout: timeouts[kind] });
        return rows;
      } catch (error) {
        const { code, message } = failure.parse(error);
        throw new SqlRefusal(code === "PROTOCOL_SEQUENCE_TIMEOUT" ? "QUERY_TIMED_OUT" : "SQL_EXECUTION_ERROR", message);
      }
    },
    close: () => pool.end(),
  };
}
