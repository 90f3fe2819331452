import { expect, test } from "vitest";
import { admit } from "../../../workbench/forge/sql/policy";
import { translate } from "../../../workbench/forge/sql/translate";

const translated = (statement: string) => translate(admit(statement).tokens);

test.each([
  ['SELECT `a` FROM t WHERE b = "x" -- why', ["SELECT \"a\" FROM t WHERE b = 'x'"]],
  ["SELECT a / b FROM t", ["SELECT a * 1.0 / b FROM t"]],
  ["INSERT IGNORE INTO t (a) VALUES (?), (?)", ["INSERT OR IGNORE INTO t ( a ) VALUES ( ? ) , ( ? )"]],
  [
    "INSERT INTO t (a, b) VALUES (?, ?) ON DUPLICATE KEY UPDATE b = GREATEST(b, VALUES(b))",
    ["INSERT INTO t ( a , b ) VALUES ( ? , ? ) ON CONFLICT DO UPDATE SET b = max ( b , excluded . b )"],
  ],
  ["EXPLAIN SELECT 1", ["EXPLAIN QUERY PLAN SELECT 1"]],
  [
    "CREATE TABLE t (a VARCHAR(3) NOT NULL, PRIMARY KEY (a)) ENGINE=InnoDB",
    ["CREATE TABLE t (a VARCHAR(3) NOT NULL CHECK (length(a) <= 3), PRIMARY KEY ( a )) WITHOUT ROWID"],
  ],
])("%s is translated", (statement, expected) => {
  expect(translated(statement)).toEqual(expected);
});

test.each([
  ["SELECT a || b FROM t", "the operator ||"],
  ["SELECT SLEEP(1)", "the function SLEEP()"],
  ["SELECT AVG(a) FROM t", "the function AVG()"],
  ["SELECT CAST(a AS SIGNED) FROM t", "CAST"],
  ["SELECT a FROM t WHERE d > NOW() - INTERVAL 1 DAY", "INTERVAL"],
  ["REPLACE INTO t VALUES (1)", "REPLACE"],
  ["INSERT INTO t (a, b) VALUES (1, 2) ON DUPLICATE KEY UPDATE a = VALUES(a), b = a", 'reads "a"'],
  ["UPDATE t SET a = a + 1, b = a", 'reads "a"'],
  ["CREATE TABLE t (a GEOMETRY)", "the column type GEOMETRY"],
  ["CREATE TABLE t (rank INT)", "reserved word"],
  ["CREATE TABLE t (a TEXT, KEY k (a(10)))", "beginning of a column"],
  ["ALTER TABLE t RENAME TO u", "ALTER TABLE RENAME"],
])("%s is refused rather than guessed", (statement, what) => {
  expect(() => translated(statement)).toThrow(what);
});
