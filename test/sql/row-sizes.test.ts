import { bytesOf, noRows, storedTables } from "#domain/adoption/storage";
import type { StoredTable } from "#domain/adoption/storage";
import { createHash } from "node:crypto";
import { createConnection } from "mysql2/promise";
import type { Connection } from "mysql2/promise";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createServerEngine } from "../../workbench/forge/sql/server";
import { startMariadb } from "../support/mariadb";
import type { Mariadb } from "../support/mariadb";
import { storeIn } from "../support/store";
import type { Store } from "../support/store";

let server: Mariadb;
let store: Store;
let connection: Connection;

beforeAll(async () => {
  server = await startMariadb();
  store = await storeIn(createServerEngine(server.url));
  connection = await createConnection(server.url);
});

afterAll(async () => {
  await connection?.end();
  await store?.close();
  await server?.stop();
});

const plan = "crm-rollout-2026";
const at = Date.parse("2026-03-16T09:00:00Z");
const never = Number.MAX_SAFE_INTEGER;
const version = "2026-03-16T09:00:00.000Z";

/** People are numbers drawn from a key, so that their rows come in no order, which is what leaves pages half full. */
function drawn(text: string | number): string {
  return createHash("sha256").update(String(text)).digest("hex");
}

const person = (number: number) => Number.parseInt(drawn(number).slice(0, 13), 16);

/** Rows as long as those of a plan with names of common length. */
const rowOf: Readonly<Record<StoredTable, (number: number) => readonly (string | number)[]>> = {
  person: (n) => [plan, person(n), "wave-2", "Customer Service", at, never, version, at, never],
  candidate: (n) => [plan, person(n), at + n, "create-order", n % 8],
  daily: (n) => [plan, person(Math.floor(n / 10)), 20_528 + (n % 10), "create-order", at, at + n],
  worked: (n) => [plan, 2_930 + (n % 20), person(Math.floor(n / 20)), n, n, n, n, n, 0, 0],
  worked_total: (n) => [plan, n, "wave-2", 4_000],
  login: (n) => [plan, person(n), at],
  ticket: (n) => [plan, `INC${1_000_000 + n}`, person(n % 4_000), "create-order", "question", at, 2_930, version],
  batch: (n) => [plan, "crm-log", drawn(n).slice(0, 32), n % 20, at, at, 500, 0, 0],
};

const rows = 50_000;

test.each(storedTables)("F3 a row of %s takes the room the meter counts for it", async (table) => {
  for (let from = 0; from < rows; from += 1_000) {
    const part = Array.from({ length: 1_000 }, (_, place) => rowOf[table](from + place));
    await connection.query("INSERT INTO ?? VALUES ?", [table, part]);
  }
  await connection.query("ANALYZE TABLE ??", [table]);
  const [found] = await connection.query(
    "SELECT data_length + index_length AS bytes FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = ?",
    [table],
  );
  const bytes = Number(Object(Object(found)[0])["bytes"]);
  const counted = bytesOf({ ...noRows, [table]: rows });
  expect(bytes / counted, `${Math.round(bytes / rows)} bytes`).toBeGreaterThan(0.75);
  expect(bytes / counted, `${Math.round(bytes / rows)} bytes`).toBeLessThan(1.25);
});
