import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "#adapters/store/database";
import { factsIn } from "#adapters/store/forge-facts";
import { audienceIn, planLog } from "#adapters/store/plan-log";
import { rosterIn } from "#adapters/store/roster";
import { sqlRuns } from "#adapters/store/sql-runs";
import { storageIn } from "#adapters/store/storage";
import type { PackedBatch } from "#contract/usage-event";
import { embeddedStore } from "../../support/store";
import type { Store } from "../../support/store";

/** Tables that grow with people, weeks and steps; the others hold a row a plan. */
const large = [
  "person",
  "account",
  "customer",
  "member",
  "candidate",
  "daily",
  "worked",
  "login",
  "ticket",
  "plan_log",
  "sync_item",
  "sync_call",
  "sync_answer",
];

let store: Store;
const asked = new Map<string, readonly (string | number | null)[]>();

/** Notes every statement that reads, or that looks for rows to change. */
function noting(database: Database): Database {
  return {
    async rows(statement, params) {
      asked.set(statement, params);
      return database.rows(statement, params);
    },
    async write(statement, params) {
      if (/^\s*(DELETE|UPDATE)/i.test(statement)) asked.set(statement, params);
      await database.write(statement, params);
    },
  };
}

beforeAll(async () => {
  store = await embeddedStore();
  const database = noting(store.database);
  const ref = { space: "1", plan: "crm" };
  const batch: PackedBatch = {
    plan: "crm",
    zone: "Europe/London",
    source: "s",
    batch: "b",
    part: 0,
    receivedAt: 1,
    completeTo: 1,
    sandbox: 0,
    service: 0,
    accounts: [["a".repeat(24), 1]],
    rows: Array.from({ length: 80 }, (_, at) => [1, at * 60_000, "t", "order", 1, ""] as const),
  };
  const facts = factsIn(database);
  await facts.merge(batch);
  await facts.merge({
    ...batch,
    part: 1,
    rows: [
      [2, 5, "k", "order", 0, "T-1", "how-to"],
      [2, 6, "l", "", 0, ""],
    ],
  });
  await facts.putPeople("crm", [{ person: 1, wave: "w", department: "D", accessAt: 0, leftAt: null, version: "1" }]);
  for (const wave of [null, "w"]) await facts.people("crm", wave);
  await facts.weeks("crm");
  await facts.kept("crm", null);
  await facts.worked("crm", [197001]);
  await facts.sources("crm");
  await facts.plans();
  await facts.accounts();
  const roster = rosterIn(database);
  await roster.putCustomers("crm", [[3, 1]]);
  await roster.customers("crm", [3]);
  await roster.known("crm", [1, 2]);
  await roster.listed("crm", [1, 2]);
  await roster.putMembers("crm", "g", [1, 2]);
  await roster.members("crm", "g");
  await roster.dropMembers("crm", "g", [2]);
  await roster.join("crm", 2, 1);
  await roster.tickets("crm", "jira-");
  await roster.dropTickets("crm", ["jira-1"]);
  await facts.erasePerson(1, null);
  await facts.merge({ ...batch, part: 2 });
  const storage = storageIn(database);
  await storage.plans();
  await storage.rows("crm");
  await storage.totalWeek("crm", (await storage.weeks("crm"))[0]!);
  await storage.forgetDays("crm", [1]);
  await storage.forgetPlan("crm");
  await audienceIn(database, "crm", "D");
  const log = planLog(database);
  await log.append(ref, "run", [{ id: "a", at: 1, body: {} }]);
  await log.read(ref, ["run", "risk"]);
  const runs = sqlRuns(database);
  await runs.writeBase(ref, {
    items: [{ id: "a", kind: "step", issue: "1", fields: {} }],
    edges: [],
    lostItems: ["b"],
  });
  await runs.readBase(ref);
  await runs.plansIn("1", "/plan");
  await runs.journal("r");
  await runs.outcome("r");
  await runs.list(ref);
});

afterAll(() => store.close());

/** Jobs of the app that walk a whole table, each at most once a day or when a person asks to be forgotten. */
const walks = [/FROM batch/i, /DELETE FROM \w+ WHERE person = \?/i, /SELECT DISTINCT plan FROM/i];

async function scansOf(statement: string, params: readonly (string | number | null)[]): Promise<readonly string[]> {
  const plan = await store.database.rows(`EXPLAIN ${statement}`, params);
  return plan.flatMap((row) => {
    const table = /^SCAN (\w+)/.exec(String(row["detail"]))?.[1] ?? "";
    return large.includes(table) ? [`${table}: ${statement.replaceAll(/\s+/g, " ")}`] : [];
  });
}

test("the engine says so where a table is read from end to end", async () => {
  expect(await scansOf("SELECT person FROM person WHERE wave = ?", ["w"])).toHaveLength(1);
});

test("no question of a page, a consumer or a gate reads a large table from end to end", async () => {
  const judged = [...asked].filter(([statement]) => !walks.some((walk) => walk.test(statement)));
  expect(judged.length).toBeGreaterThan(15);
  const scans = await Promise.all(judged.map(([statement, params]) => scansOf(statement, params)));
  expect(scans.flat()).toEqual([]);
});

test("a statement stays under what one request may carry, whatever comes in", () => {
  for (const statement of asked.keys()) expect(statement.length).toBeLessThan(60_000);
});
