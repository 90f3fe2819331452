/** The memory of the sync: what was agreed, the runs, their calls and what came of them, and who works on what. */
export const syncTables: readonly (readonly [name: string, statement: string])[] = [
  [
    "v101_sync_item",
    `CREATE TABLE IF NOT EXISTS sync_item (
      space VARCHAR(40) NOT NULL, plan VARCHAR(200) NOT NULL, item VARCHAR(200) NOT NULL,
      kind VARCHAR(10) NOT NULL, issue VARCHAR(40) NOT NULL, fields MEDIUMTEXT NOT NULL,
      PRIMARY KEY (space, plan, item))`,
  ],
  [
    "v102_sync_edge",
    `CREATE TABLE IF NOT EXISTS sync_edge (
      space VARCHAR(40) NOT NULL, plan VARCHAR(200) NOT NULL, kind VARCHAR(10) NOT NULL,
      source VARCHAR(200) NOT NULL, target VARCHAR(200) NOT NULL,
      in_plan TINYINT NOT NULL, in_jira TINYINT NOT NULL,
      PRIMARY KEY (space, plan, kind, source, target))`,
  ],
  [
    "v103_sync_run",
    `CREATE TABLE IF NOT EXISTS sync_run (
      id VARCHAR(40) NOT NULL, space VARCHAR(40) NOT NULL, plan VARCHAR(200) NOT NULL,
      started_at BIGINT NOT NULL, cancelled TINYINT NOT NULL, body TEXT NOT NULL,
      PRIMARY KEY (id), KEY sync_run_plan (space, plan, started_at))`,
  ],
  [
    "v104_sync_call",
    `CREATE TABLE IF NOT EXISTS sync_call (
      run VARCHAR(40) NOT NULL, at INT NOT NULL, operation MEDIUMTEXT NOT NULL,
      PRIMARY KEY (run, at))`,
  ],
  [
    "v105_sync_answer",
    `CREATE TABLE IF NOT EXISTS sync_answer (
      run VARCHAR(40) NOT NULL, at INT NOT NULL, state VARCHAR(10) NOT NULL, mark BIGINT NOT NULL,
      made MEDIUMTEXT NOT NULL, failures MEDIUMTEXT NOT NULL,
      PRIMARY KEY (run, at))`,
  ],
  [
    "v106_sync_lease",
    `CREATE TABLE IF NOT EXISTS sync_lease (
      name VARCHAR(255) NOT NULL, holder VARCHAR(80) NOT NULL, until_at BIGINT NOT NULL,
      PRIMARY KEY (name))`,
  ],
  ["v110_sync_item_issue", "CREATE INDEX sync_item_issue ON sync_item (issue)"],
  [
    "v107_sync_spend",
    `CREATE TABLE IF NOT EXISTS sync_spend (
      hour BIGINT NOT NULL, spender VARCHAR(120) NOT NULL, points BIGINT NOT NULL,
      PRIMARY KEY (hour, spender))`,
  ],
  [
    "v108_sync_drift",
    `CREATE TABLE IF NOT EXISTS sync_drift (
      space VARCHAR(40) NOT NULL, plan VARCHAR(200) NOT NULL, item VARCHAR(200) NOT NULL,
      body MEDIUMTEXT NOT NULL,
      PRIMARY KEY (space, plan, item))`,
  ],
  [
    "v109_sync_change",
    `CREATE TABLE IF NOT EXISTS sync_change (
      space VARCHAR(40) NOT NULL, plan VARCHAR(200) NOT NULL, id VARCHAR(80) NOT NULL,
      at BIGINT NOT NULL, body MEDIUMTEXT NOT NULL,
      PRIMARY KEY (space, plan, id), KEY sync_change_at (space, plan, at))`,
  ],
];
