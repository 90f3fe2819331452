import type { Database } from "#adapters/store/database";
import { tables as definitions } from "#adapters/store/tables";
import { createEmbeddedEngine } from "../../workbench/forge/sql/embedded";
import { admit } from "../../workbench/forge/sql/policy";
import type { Engine } from "../../workbench/forge/sql/engine";

const still = { now: () => Date.now(), advance() {}, onMove() {} };

export interface Store {
  readonly database: Database;
  readonly engine: Engine;
  /** Empties every table. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

export function embeddedStore(): Promise<Store> {
  return storeIn(createEmbeddedEngine(":memory:", still));
}

/** The product's tables on an engine, reached as Forge SQL would let them be reached: its refusals first. */
export async function storeIn(engine: Engine): Promise<Store> {
  const run = (statement: string, params: readonly (string | number | null)[]): Promise<unknown> =>
    engine.run(statement, { ...admit(statement), params });
  const tables = definitions.map(([, statement]) => statement.split("(")[0]!.trim().split(" ").at(-1)!);
  for (const table of tables) await run(`DROP TABLE IF EXISTS ${table}`, []);
  for (const [, statement] of definitions) await run(statement, []);
  return {
    engine,
    database: {
      async rows(statement, params) {
        const rows = await run(statement, params);
        return isRows(rows) ? rows : [];
      },
      async write(statement, params) {
        await run(statement, params);
      },
    },
    async clear() {
      for (const table of tables) await run(`DELETE FROM ${table}`, []);
    },
    close: () => engine.close(),
  };
}

function isRows(value: unknown): value is readonly Record<string, unknown>[] {
  return Array.isArray(value);
}
