import type { Facts } from "#app/adoption-ports";
import type { SourceFacts } from "#domain/adoption/facts";
import { numberIn, textIn } from "./database";
import type { Database, Row } from "./database";
import { snapshotBody } from "./snapshot-body";

const sourcesQuery = `SELECT source, MAX(received_at) AS last_seen, MAX(complete_to) AS complete_to,
  SUM(events) AS events, SUM(sandbox) AS sandbox, SUM(service) AS service`;

export async function readSources(database: Database, plan: string): Promise<readonly SourceFacts[]> {
  const rows = await database.rows(`${sourcesQuery} FROM batch WHERE plan = ? GROUP BY source`, [plan]);
  return rows.map(sourceIn);
}

/** The snapshot that is kept and what tells whether it still holds, in one statement: every view begins with both. */
export async function readKept(database: Database, plan: string, wave: string | null): ReturnType<Facts["kept"]> {
  const rows = await database.rows(keptQuery, [plan, wave ?? "", plan]);
  const kept = rows.find((row) => textIn(row, "body") !== "");
  return {
    snapshot: kept === undefined ? null : snapshotBody(textIn(kept, "body")),
    sources: rows.filter((row) => row !== kept).map(sourceIn),
  };
}

const keptQuery = `SELECT '' AS source, 0 AS last_seen, 0 AS complete_to, 0 AS events, 0 AS sandbox, 0 AS service, body
    FROM snapshot WHERE plan = ? AND wave = ?
  UNION ALL ${sourcesQuery}, '' AS body FROM batch WHERE plan = ? GROUP BY source`;

function sourceIn(row: Row): SourceFacts {
  return {
    source: textIn(row, "source"),
    lastSeenAt: numberIn(row, "last_seen"),
    completeTo: numberIn(row, "complete_to"),
    events: numberIn(row, "events"),
    sandbox: numberIn(row, "sandbox"),
    service: numberIn(row, "service"),
  };
}
