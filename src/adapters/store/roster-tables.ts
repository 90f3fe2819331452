/** Who people are who go by several names, and who belonged to which group when it was last read. People are numbers; no name is kept. */
export const rosterTables: readonly (readonly [name: string, statement: string])[] = [
  [
    "v020_customer",
    `CREATE TABLE IF NOT EXISTS customer (
      plan VARCHAR(64) NOT NULL, customer BIGINT NOT NULL, person BIGINT NOT NULL,
      PRIMARY KEY (plan, customer), KEY customer_person (plan, person))`,
  ],
  [
    "v019_member",
    `CREATE TABLE IF NOT EXISTS member (
      plan VARCHAR(64) NOT NULL, team VARCHAR(64) NOT NULL, person BIGINT NOT NULL,
      PRIMARY KEY (plan, team, person), KEY member_person (plan, person))`,
  ],
];
