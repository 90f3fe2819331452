import type { KnownAccount } from "#app/adoption-ports";
import { numberIn, textIn } from "./database";
import type { Database } from "./database";
import { rowPages } from "./row-pages";
import { upsert } from "./upsert";

const pageRows = 5000;

/** Of people named by an Atlassian account, so that Atlassian can be asked whose facts must go. People named otherwise are numbers only. */
export async function keepAccounts(
  database: Database,
  accounts: readonly (readonly [account: string, person: number])[],
  seenAt: number,
): Promise<void> {
  const merge = "seen_at = GREATEST(seen_at, VALUES(seen_at))";
  const rows = accounts.map(([account, person]) => [account, person, seenAt]);
  await upsert(database, { table: "account", columns: ["account", "person", "seen_at"], merge }, rows);
}

export async function readAccounts(database: Database): Promise<readonly KnownAccount[]> {
  const rows = await rowPages(pageRows, (last) =>
    database.rows(`SELECT account, person, seen_at FROM account WHERE account > ? ORDER BY account LIMIT ${pageRows}`, [
      last === null ? "" : textIn(last, "account"),
    ]),
  );
  return rows.map((row) => ({
    account: textIn(row, "account"),
    person: numberIn(row, "person"),
    seenAt: numberIn(row, "seen_at"),
  }));
}
