import { z } from "zod";
import type { Drifted, PlanRef, Runs } from "#app/sync/run-ports";
import type { Database } from "./database";
import { numberIn, textIn } from "./database";
import { upsertAll } from "./upsert-all";

type Watch = Pick<Runs, "spend" | "spent" | "readDrift" | "writeDrift" | "keepChanges" | "changesBefore">;

/** What was spent, where Jira has moved, and who moved it. */
export function sqlWatch(database: Database): Watch {
  return {
    spend: ({ hour, spender, points }) => upsertAll(database, spendTable, [[hour, spender, points]]),
    async spent(hour) {
      const [row] = await database.rows("SELECT SUM(points) AS points FROM sync_spend WHERE hour = ?", [hour]);
      return row === undefined ? 0 : numberIn(row, "points") || 0;
    },
    async readDrift(ref) {
      const rows = await database.rows("SELECT body FROM sync_drift WHERE space = ? AND plan = ?", [
        ref.space,
        ref.plan,
      ]);
      return rows.flatMap((row) => drifted.safeParse(JSON.parse(textIn(row, "body"))).data ?? []);
    },
    writeDrift: (ref, found, items) => writeDrift(database, ref, { found, items }),
    keepChanges: ({ space, plan }, changes) =>
      upsertAll(
        database,
        changeTable,
        changes.map((change) => [space, plan, change.id, change.at, JSON.stringify(change)]),
      ),
    async changesBefore({ space, plan }, before, most) {
      const rows = await database.rows(
        `SELECT body FROM sync_change WHERE space = ? AND plan = ? AND at < ? ORDER BY at DESC LIMIT ${Math.floor(most)}`,
        [space, plan, before],
      );
      return rows.flatMap((row) => change.safeParse(JSON.parse(textIn(row, "body"))).data ?? []);
    },
  };
}

const text = z.string().nullable();
const drifted = z.array(
  z.object({
    item: z.string(),
    kind: z.enum(["plan", "step", "risk", "rollback"]),
    issue: z.string(),
    key: text,
    title: z.string(),
    what: z.enum(["field", "link", "deleted", "moved", "retyped"]),
    field: z.string(),
    was: text,
    now: text,
    since: z.number(),
    by: text,
  }),
);
const change = z.object({
  id: z.string(),
  at: z.number(),
  by: text,
  item: z.string(),
  issue: z.string(),
  key: z.string(),
  title: z.string(),
  field: z.string(),
  was: text,
  now: text,
});

interface Found {
  readonly found: readonly Drifted[];
  readonly items: readonly string[] | null;
}

/** One row an item: what is no longer so goes with the row that said it. */
async function writeDrift(database: Database, { space, plan }: PlanRef, { found, items }: Found): Promise<void> {
  const known = await database.rows("SELECT item FROM sync_drift WHERE space = ? AND plan = ?", [space, plan]);
  const byItem = Map.groupBy(found, ({ item }) => item);
  const judged = items === null ? null : new Set(items);
  for (const row of known) {
    const item = textIn(row, "item");
    if (byItem.has(item) || (judged !== null && !judged.has(item))) continue;
    await database.write("DELETE FROM sync_drift WHERE space = ? AND plan = ? AND item = ?", [space, plan, item]);
  }
  const rows = [...byItem].map(([item, all]) => [space, plan, item, JSON.stringify(all)] as const);
  await upsertAll(database, driftTable, rows);
}

const spendTable = {
  table: "sync_spend",
  columns: ["hour", "spender", "points"],
  merge: "points = GREATEST(points, VALUES(points))",
};
const driftTable = { table: "sync_drift", columns: ["space", "plan", "item", "body"], merge: "body = VALUES(body)" };
const changeTable = {
  table: "sync_change",
  columns: ["space", "plan", "id", "at", "body"],
  merge: "body = VALUES(body)",
};
