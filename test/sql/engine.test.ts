import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createEmbeddedEngine } from "../../workbench/forge/sql/embedded";
import type { Engine, Param } from "../../workbench/forge/sql/engine";
import { admit } from "../../workbench/forge/sql/policy";
import { createServerEngine } from "../../workbench/forge/sql/server";
import { startMariadb } from "../support/mariadb";

const still = { now: () => Date.parse("2026-03-16T09:30:00Z"), advance() {}, onMove() {} };
const engines: readonly (readonly [string, () => Promise<{ engine: Engine; readonly stop: () => Promise<void> }>])[] = [
  ["the embedded engine", async () => ({ engine: createEmbeddedEngine(":memory:", still), stop: async () => {} })],
  [
    "a MySQL-protocol server",
    async () => {
      const { url, stop } = await startMariadb();
      return { engine: createServerEngine(url), stop };
    },
  ],
];

const tables = [
  `CREATE TABLE engine_fact (
    plan VARCHAR(64) NOT NULL, person BIGINT NOT NULL, low INT NOT NULL DEFAULT 0, days TINYINT UNSIGNED NOT NULL DEFAULT 0,
    version VARCHAR(40) NOT NULL DEFAULT '', note MEDIUMTEXT NULL, PRIMARY KEY (plan, person), KEY by_person (person))`,
  "CREATE TABLE engine_kind (id INT NOT NULL PRIMARY KEY, small SMALLINT, ratio DOUBLE, money DECIMAL(10, 2), body JSON, hash BINARY(4), born DATETIME, made TIMESTAMP DEFAULT CURRENT_TIMESTAMP)",
  "CREATE TABLE engine_log (id BIGINT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(20) NOT NULL)",
];

describe.each(engines)("SQL on %s", (_, open) => {
  let engine: Engine;
  let stop: () => Promise<void>;
  const run = (statement: string, ...params: Param[]): Promise<unknown> =>
    engine.run(statement, { ...admit(statement), params });

  beforeAll(async () => {
    ({ engine, stop } = await open());
  });
  beforeEach(async () => {
    for (const name of ["engine_fact", "engine_kind", "engine_log"]) await run(`DROP TABLE IF EXISTS ${name}`);
    for (const statement of tables) await run(statement);
  });
  afterAll(async () => {
    await engine.close();
    await stop();
  });

  const put = "INSERT INTO engine_fact (plan, person, low, days, version) VALUES (?, ?, ?, ?, ?)";

  test("law 4: an upsert merges by minimum, union and newest version, from the old values of its row", async () => {
    const merge = `${put}, (?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE low = LEAST(low, VALUES(low)), days = days | VALUES(days),
      note = IF(VALUES(version) >= version, CONCAT(version, '>', VALUES(version)), note), version = GREATEST(version, VALUES(version))`;
    const [older, newer, other]: Param[][] = [
      ["p", 1, 5, 1, "a"],
      ["p", 1, 9, 4, "b"],
      ["p", 2, 7, 2, "a"],
    ];
    await run(merge, ...older!, ...other!);
    await run(merge, ...newer!, ...other!);
    await run(merge, ...older!, ...other!);
    expect(await run("SELECT plan, person, low, days, version, note FROM engine_fact ORDER BY person")).toEqual([
      { plan: "p", person: "1", low: 5, days: 5, version: "b", note: "a>b" },
      { plan: "p", person: "2", low: 7, days: 2, version: "a", note: "a>a" },
    ]);
  });

  test("values come back as Forge SQL spells them: big numbers, counts and decimals as text, times with their time", async () => {
    const insert =
      "INSERT INTO engine_kind (id, small, ratio, money, body, hash, born) VALUES (?, ?, ?, ?, ?, UNHEX(?), ?)";
    await run(insert, 1, -7, 0.25, 12.5, '{"a":[{"b":"x"}]}', "00ff00ff", "2026-03-16 08:00:00");
    await run(insert, 2, null, null, null, null, null, "2026-03-17");
    const columns = "id, small, ratio, money, HEX(hash) AS hash, born";
    expect(await run(`SELECT ${columns} FROM engine_kind ORDER BY id`)).toEqual([
      { id: 1, small: -7, ratio: 0.25, money: "12.50", hash: "00FF00FF", born: "2026-03-16 08:00:00" },
      { id: 2, small: null, ratio: null, money: null, hash: null, born: "2026-03-17 00:00:00" },
    ]);
    expect(await run("SELECT JSON_UNQUOTE(JSON_EXTRACT(body, '$.a[0].b')) AS b FROM engine_kind WHERE id = 1")).toEqual(
      [{ b: "x" }],
    );
    expect(await run("SELECT COUNT(*) AS n, SUM(id) AS s FROM engine_kind WHERE born >= ?", "2026-03-01")).toEqual([
      { n: "2", s: "3" },
    ]);
    expect(await run("SELECT made FROM engine_kind WHERE id = 1")).toEqual([
      { made: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/) },
    ]);
  });

  test("reading: groups, joins, bit_or, case, like, limits", async () => {
    for (const [person, low, days] of [
      [1, 1, 1],
      [2, 4, 2],
      [3, 5, 4],
    ] as const)
      await run(put, "p", person, low, days, "v");
    expect(
      await run(
        "SELECT plan, BIT_OR(days) AS days, MAX(low) / 2 > 2 AS half FROM engine_fact GROUP BY plan HAVING COUNT(*) > ?",
        2,
      ),
    ).toMatchObject([{ plan: "p", days: "7" }]);
    expect(
      await run(
        "SELECT a.person AS x FROM engine_fact a JOIN engine_fact b ON b.person = a.person + 1 WHERE b.low <=> 5",
      ),
    ).toEqual([{ x: "2" }]);
    expect(
      await run(
        "SELECT CASE WHEN low < 4 THEN 'low' ELSE \"high\" END AS `band` FROM engine_fact ORDER BY person LIMIT 2 OFFSET 1",
      ),
    ).toEqual([{ band: "high" }, { band: "high" }]);
    expect(await run("SELECT COUNT(*) AS n FROM engine_fact WHERE plan LIKE 'P%'")).toEqual([{ n: "0" }]);
    expect(
      await run(
        "SELECT IFNULL(note, 'it''s none\\n') AS note, CHAR_LENGTH('é') AS c, LENGTH('é') AS b FROM engine_fact WHERE person = 1",
      ),
    ).toMatchObject([{ note: "it's none\n" }]);
    expect(
      await run("WITH low AS (SELECT person FROM engine_fact WHERE low < ?) SELECT COUNT(*) AS n FROM low", 5),
    ).toEqual([{ n: "2" }]);
  });

  test("writing: what changed is told in an object", async () => {
    expect(await run(put, "p", 1, 1, 1, "v")).toMatchObject({ affectedRows: 1 });
    expect(await run("INSERT IGNORE INTO engine_fact (plan, person) VALUES ('p', 1)")).toMatchObject({
      affectedRows: 0,
    });
    expect(await run("UPDATE engine_fact SET low = low + 1 WHERE person = ?", 1)).toMatchObject({ affectedRows: 1 });
    expect(await run("INSERT INTO engine_log (name) VALUES ('a')")).toMatchObject({ insertId: 1 });
    expect(await run("DELETE FROM engine_fact WHERE plan = 'p' AND person IN (?, ?)", 1, 2)).toMatchObject({
      affectedRows: 1,
    });
    expect(await run("SELECT id FROM engine_log")).toEqual([{ id: "1" }]);
  });

  test("tables change: a column, an index, away with both", async () => {
    await run(put, "p", 1, 1, 1, "v");
    await run("ALTER TABLE engine_fact ADD COLUMN extra INT NOT NULL DEFAULT 7");
    await run("CREATE INDEX by_low ON engine_fact (low)");
    await run("ALTER TABLE engine_fact ADD INDEX by_days (days)");
    await run("DROP INDEX by_low ON engine_fact");
    expect(await run("SELECT extra FROM engine_fact")).toEqual([{ extra: 7 }]);
    await run("TRUNCATE TABLE engine_fact");
    expect(await run("SELECT extra FROM engine_fact")).toEqual([]);
  });

  test.each([
    ["a text that is too long", put, ["p".repeat(65), 1, 1, 1, "v"]],
    ["a number out of range", put, ["p", 1, 1, 300, "v"]],
    ["a word for a number", put, ["p", 1, "one", 1, "v"]],
    ["a missing value", "INSERT INTO engine_fact (plan, person, version) VALUES (?, ?, ?)", ["p", 1, null]],
    ["a day that is none", "INSERT INTO engine_kind (id, born) VALUES (1, ?)", ["yesterday"]],
    ["an unknown column", "SELECT nothing FROM engine_fact", []],
  ])("%s is an execution error", async (_, statement, params) => {
    await expect(run(statement, ...params)).rejects.toMatchObject({ code: "SQL_EXECUTION_ERROR" });
  });

  test("a duplicate key is named as MySQL names it", async () => {
    await run(put, "p", 1, 1, 1, "v");
    await expect(run(put, "p", 1, 1, 1, "v")).rejects.toThrow(/Duplicate entry/);
  });

  test.each([
    "SET autocommit = 0",
    "START TRANSACTION",
    "PREPARE s FROM 'SELECT 1'",
    "SHOW TABLES",
    "SELECT 1; SELECT 2",
    "SELECT /*+ MAX_EXECUTION_TIME(1) */ 1",
    "CREATE TABLE t (id INT, FOREIGN KEY (id) REFERENCES u (id))",
  ])("%s is against the policy", (statement) => {
    expect(() => admit(statement)).toThrow(expect.objectContaining({ code: "SQL_POLICY_VIOLATION" }));
  });
});
