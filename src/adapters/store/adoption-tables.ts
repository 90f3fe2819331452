/**
 * The facts of adoption. Every column merges by minimum, maximum, union or newest version, so that a batch may come twice, late and in
 * any order. No AUTO_INCREMENT (a hot spot in TiDB), no foreign keys (refused by Forge SQL): each key is known before the write.
 * `never` (see `instants.ts`) stands for "not reported" where a minimum is kept, because LEAST(NULL, x) is NULL.
 */
export const adoptionTables: readonly (readonly [name: string, statement: string])[] = [
  [
    "v001_person",
    `CREATE TABLE IF NOT EXISTS person (
      plan VARCHAR(64) NOT NULL, person BIGINT NOT NULL,
      wave VARCHAR(64) NOT NULL, department VARCHAR(80) NOT NULL,
      access_at BIGINT NOT NULL, left_at BIGINT NOT NULL, version VARCHAR(40) NOT NULL,
      seen_access BIGINT NOT NULL, seen_left BIGINT NOT NULL,
      PRIMARY KEY (plan, person))`,
  ],
  [
    "v002_candidate",
    `CREATE TABLE IF NOT EXISTS candidate (
      plan VARCHAR(64) NOT NULL, person BIGINT NOT NULL, at BIGINT NOT NULL,
      process VARCHAR(64) NOT NULL, flags TINYINT NOT NULL,
      PRIMARY KEY (plan, person, at, process, flags))`,
  ],
  [
    "v004_ticket",
    `CREATE TABLE IF NOT EXISTS ticket (
      plan VARCHAR(64) NOT NULL, ticket VARCHAR(64) NOT NULL, person BIGINT NOT NULL,
      process VARCHAR(64) NOT NULL, kind VARCHAR(16) NOT NULL, at BIGINT NOT NULL, week INT NOT NULL, version VARCHAR(40) NOT NULL,
      PRIMARY KEY (plan, ticket), KEY ticket_person (plan, person))`,
  ],
  [
    "v005_batch",
    `CREATE TABLE IF NOT EXISTS batch (
      plan VARCHAR(64) NOT NULL, source VARCHAR(32) NOT NULL, batch VARCHAR(32) NOT NULL, part INT NOT NULL,
      received_at BIGINT NOT NULL, complete_to BIGINT NOT NULL, events INT NOT NULL, sandbox INT NOT NULL, service INT NOT NULL,
      PRIMARY KEY (plan, source, batch, part))`,
  ],
  [
    "v006_snapshot",
    `CREATE TABLE IF NOT EXISTS snapshot (
      plan VARCHAR(64) NOT NULL, wave VARCHAR(64) NOT NULL, id VARCHAR(40) NOT NULL, computed_at BIGINT NOT NULL,
      body MEDIUMTEXT NOT NULL,
      PRIMARY KEY (plan, wave))`,
  ],
  [
    "v007_login",
    `CREATE TABLE IF NOT EXISTS login (
      plan VARCHAR(64) NOT NULL, person BIGINT NOT NULL, at BIGINT NOT NULL,
      PRIMARY KEY (plan, person))`,
  ],
  [
    "v008_worked",
    `CREATE TABLE IF NOT EXISTS worked (
      plan VARCHAR(64) NOT NULL, week INT NOT NULL, person BIGINT NOT NULL,
      d1 INT NOT NULL, d2 INT NOT NULL, d3 INT NOT NULL, d4 INT NOT NULL, d5 INT NOT NULL, d6 INT NOT NULL, d7 INT NOT NULL,
      PRIMARY KEY (plan, week, person))`,
  ],
  [
    "v018_worked_total",
    `CREATE TABLE IF NOT EXISTS worked_total (
      plan VARCHAR(64) NOT NULL, week INT NOT NULL, wave VARCHAR(64) NOT NULL, active INT NOT NULL,
      PRIMARY KEY (plan, week, wave))`,
  ],
  [
    "v017_account",
    `CREATE TABLE IF NOT EXISTS account (
      account VARCHAR(128) NOT NULL, person BIGINT NOT NULL, seen_at BIGINT NOT NULL,
      PRIMARY KEY (account), KEY account_person (person))`,
  ],
  [
    "v016_daily",
    `CREATE TABLE IF NOT EXISTS daily (
      plan VARCHAR(64) NOT NULL, person BIGINT NOT NULL, day INT NOT NULL, process VARCHAR(64) NOT NULL,
      first BIGINT NOT NULL, second BIGINT NOT NULL,
      PRIMARY KEY (plan, person, day, process))`,
  ],
  [
    "v015_observation",
    `CREATE TABLE IF NOT EXISTS observation (
      plan VARCHAR(64) NOT NULL, id VARCHAR(64) NOT NULL, kind VARCHAR(16) NOT NULL, name VARCHAR(80) NOT NULL,
      day CHAR(10) NOT NULL, part DOUBLE NOT NULL, whole DOUBLE NULL, at BIGINT NOT NULL, noted_by VARCHAR(128) NOT NULL,
      PRIMARY KEY (plan, id), KEY by_person (noted_by))`,
  ],
];
