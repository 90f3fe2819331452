/** What happened to rollbacks. Rows are only ever added; the first one under an id stays. */
export const rollbackTables: readonly (readonly [name: string, statement: string])[] = [
  [
    "v301_rollback_log",
    `CREATE TABLE IF NOT EXISTS rollback_log (
      space VARCHAR(40) NOT NULL, plan VARCHAR(200) NOT NULL, kind VARCHAR(10) NOT NULL,
      id VARCHAR(250) NOT NULL, at BIGINT NOT NULL, body MEDIUMTEXT NOT NULL,
      PRIMARY KEY (space, plan, kind, id))`,
  ],
];
