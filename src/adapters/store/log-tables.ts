/** What happened in plans beside their work items. Rows are only ever added; the first one under an id stays. */
export const logTables: readonly (readonly [name: string, statement: string])[] = [
  [
    "v301_plan_log",
    `CREATE TABLE IF NOT EXISTS plan_log (
      space VARCHAR(40) NOT NULL, plan VARCHAR(200) NOT NULL, kind VARCHAR(10) NOT NULL,
      id VARCHAR(250) NOT NULL, at BIGINT NOT NULL, body MEDIUMTEXT NOT NULL,
      PRIMARY KEY (space, plan, kind, id))`,
  ],
];
