import { planLog } from "#adapters/store/plan-log";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { audienceIn } from "#adapters/store/plan-log";
import { logCases, logPeopleCases } from "../../support/log-cases";
import { memoryLog } from "../../support/memory-log";
import { embeddedStore } from "../../support/store";
import type { Store } from "../../support/store";

let store: Store;
beforeAll(async () => {
  store = await embeddedStore();
});
beforeEach(() => store.clear());
afterAll(() => store.close());

logCases("memory", memoryLog);
logCases("embedded SQL", () => planLog(store.database));
logPeopleCases("embedded SQL", () => store.database);

test("M12 an audience is a wave or a department of the people list, whatever the letters' size", async () => {
  const add = (person: number, wave: string, department: string) =>
    store.database.write(
      "INSERT INTO person (plan, person, wave, department, access_at, left_at, version, seen_access, seen_left) VALUES (?, ?, ?, ?, 0, 0, '', 0, 0)",
      ["crm", person, wave, department],
    );
  await add(1, "w1", "Sales");
  await add(2, "Sales", "Service");
  await add(3, "w1", "Service");
  expect(await audienceIn(store.database, "crm", " sales ")).toEqual(["1", "2"]);
  expect(await audienceIn(store.database, "other", "sales")).toEqual([]);
});
