import { afterAll, beforeAll, beforeEach } from "vitest";
import { planLog } from "#adapters/store/plan-log";
import { createServerEngine } from "../../workbench/forge/sql/server";
import { logCases, logPeopleCases } from "../support/log-cases";
import { startMariadb } from "../support/mariadb";
import type { Mariadb } from "../support/mariadb";
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

logCases("MariaDB", () => planLog(store.database));
logPeopleCases("MariaDB", () => store.database);
