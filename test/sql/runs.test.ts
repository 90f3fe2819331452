import { afterAll, beforeAll, beforeEach } from "vitest";
import { sqlRuns } from "#adapters/store/sql-runs";
import { createServerEngine } from "../../workbench/forge/sql/server";
import { startMariadb } from "../support/mariadb";
import type { Mariadb } from "../support/mariadb";
import { runsCases } from "../support/runs-cases";
import { storeIn } from "../support/store";
import type { Store } from "../support/store";

let server: Mariadb;
let store: Store;

beforeAll(async () => {
  server = await startMariadb();
  store = await storeIn(createServerEngine(server.url));
}, 60_000);
beforeEach(() => store.clear());
afterAll(async () => {
  await store.close();
  await server.stop();
});

runsCases("MariaDB", async () => sqlRuns(store.database));
