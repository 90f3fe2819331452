import { z } from "zod";
import type { HttpAnswer, HttpRequest } from "../../wire/wire";
import type { Clock } from "../../wire/clock";
import { json } from "../answers";
import { sql as limits } from "../limits";
import { createRate } from "../rate";
import type { Engine } from "./engine";
import { admit } from "./policy";
import { SqlRefusal } from "./refusal";

const sent = z.object({
  query: z.string(),
  params: z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])).default([]),
  method: z.string().optional(),
});
const mostMs = { read: limits.selectMs, write: limits.writeMs, define: limits.ddlMs } as const;

/** Forge SQL as `@forge/sql` calls it: the platform's refusals and limits first, then whichever engine is behind. */
export function createSql(engine: Engine, clock: Clock): (request: HttpRequest) => Promise<HttpAnswer> {
  const rates = {
    dml: createRate(clock, limits.dml),
    ddl: createRate(clock, limits.ddl),
    busy: createRate(clock, limits.busy),
  };

  async function execute(body: string): Promise<unknown> {
    if (Buffer.byteLength(body) > limits.requestBytes)
      throw new SqlRefusal("INVALID_SQL_QUERY", "The request is larger than 1 MiB.");
    const { query, params } = sent.parse(JSON.parse(body));
    const admitted = admit(query);
    if (!rates[admitted.kind === "define" ? "ddl" : "dml"].take(1)) throw tooMany("Too many requests.");
    // The engine is measured, not interrupted: the embedded one runs within this thread.
    const start = performance.now();
    const rows = await engine.run(query, { ...admitted, params });
    const spentMs = performance.now() - start;
    if (spentMs > mostMs[admitted.kind])
      throw new SqlRefusal("QUERY_TIMED_OUT", `The query took ${Math.round(spentMs)} ms.`);
    if (!rates.busy.take(spentMs)) throw tooMany("More than 62.5 s of query time in a minute.");
    return rows;
  }

  return async ({ path, body }) => {
    if (path !== "/api/v1/execute" && path !== "/api/v1/execute/ddl")
      return json(404, { code: "UNKNOWN_ERROR", message: `No such path ${path}.` });
    try {
      const answer = json(200, { rows: await execute(body ?? "") });
      if (Buffer.byteLength(answer.body ?? "") > limits.responseBytes)
        throw new SqlRefusal("SQL_EXECUTION_ERROR", "The answer is larger than 4 MiB.");
      return answer;
    } catch (error) {
      if (!(error instanceof SqlRefusal)) throw error;
      return json(error.code === "RATE_LIMIT_EXCEEDED" ? 429 : 400, { code: error.code, message: error.message });
    }
  };
}

function tooMany(message: string): SqlRefusal {
  return new SqlRefusal("RATE_LIMIT_EXCEEDED", message);
}
