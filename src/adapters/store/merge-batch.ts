import type { PackedBatch } from "#contract/usage-event";
import { ticketVersion } from "#domain/adoption/ticket-version";
import { isoWeekOf } from "#domain/calendar/week";
import { mergeCandidates } from "./candidates";
import type { Cell, Database } from "./database";
import { keepAccounts } from "./accounts";
import { dailyRows, dailyTable } from "./daily";
import { never } from "./instants";
import { loginTable, logins, workedTable, workedWeeks } from "./merge-work";
import { reportedTable } from "./person-table";
import { upsert } from "./upsert";

/** One batch part into the tables: merged in memory first, then a handful of statements, each of which may run twice. */
export async function mergeBatch(database: Database, batch: PackedBatch): Promise<void> {
  const seen = firstSeen(batch);
  await upsert(database, strangers, seen.strangers);
  await upsert(database, reportedTable, seen.reported);
  await mergeCandidates(database, batch);
  await upsert(database, dailyTable, dailyRows(batch));
  await upsert(database, workedTable, workedWeeks(batch));
  await upsert(database, loginTable, logins(batch));
  await upsert(database, tickets, ticketRows(batch));
  const { plan, source, receivedAt, completeTo, sandbox, service } = batch;
  await keepAccounts(database, batch.accounts, receivedAt);
  const done = [plan, source, batch.batch, batch.part, receivedAt, completeTo, batch.rows.length, sandbox, service];
  await upsert(database, batches, [done]);
}

/** Nothing is reported of them but that they are there: where a row stands already, there is nothing to merge. */
const strangers = { ...reportedTable, merge: null };

/** The version goes last: MySQL assigns from left to right, and the others compare against what is still there. */
const tickets = {
  table: "ticket",
  columns: ["plan", "ticket", "person", "process", "kind", "at", "week", "version"],
  merge: ["person", "process", "kind", "at", "week"]
    .map((column) => `${column} = IF(VALUES(version) >= version, VALUES(${column}), ${column})`)
    .concat("version = GREATEST(version, VALUES(version))")
    .join(", "),
};

const batches = {
  table: "batch",
  columns: ["plan", "source", "batch", "part", "received_at", "complete_to", "events", "sandbox", "service"],
  merge:
    "received_at = GREATEST(received_at, VALUES(received_at)), complete_to = GREATEST(complete_to, VALUES(complete_to))",
};

/** Everybody who appears at all gets a row, so that nobody is missing from the people because a list came late. */
function firstSeen({ plan, rows }: PackedBatch): { readonly strangers: Cell[][]; readonly reported: Cell[][] } {
  const seen = new Map<number, { access: number; left: number }>();
  for (const [person, at, kind] of rows) {
    let known = seen.get(person);
    if (known === undefined) seen.set(person, (known = { access: never, left: never }));
    if (kind === "a") known.access = Math.min(known.access, at);
    if (kind === "x") known.left = Math.min(known.left, at);
  }
  const isReported = ({ access, left }: { access: number; left: number }) => access < never || left < never;
  const row = ([person, { access, left }]: [number, { access: number; left: number }]): Cell[] => {
    return [plan, person, "", "", never, never, "", access, left];
  };
  const all = [...seen];
  return {
    strangers: all.filter(([, dates]) => !isReported(dates)).map(row),
    reported: all.filter(([, dates]) => isReported(dates)).map(row),
  };
}

function ticketRows({ plan, zone, rows, receivedAt }: PackedBatch): Cell[][] {
  return rows
    .filter(([, , kind]) => kind === "k")
    .map(([person, at, , process, , id, category = ""]) => {
      const version = ticketVersion({ receivedAt, at, person, process, category });
      return [plan, id, person, process, category, at, isoWeekOf(at, zone).week, version];
    });
}
