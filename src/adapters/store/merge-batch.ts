import type { PackedBatch, PackedRow } from "#contract/usage-event";
import { isoWeekOf } from "#domain/calendar/week";
import type { Cell, Database } from "./database";
import { never } from "./instants";
import { loginTable, logins, workedHours, workedTable } from "./merge-work";
import { trimCandidates } from "./trim-candidates";
import { upsert } from "./upsert";

const assistedFlag = 1;
export const reversalFlag = 2;
export const assisted = (flags: number): boolean => (flags & assistedFlag) !== 0;

/** One batch part into the tables: merged in memory first, then a handful of statements, each of which may run twice. */
export async function mergeBatch(database: Database, batch: PackedBatch): Promise<void> {
  await upsert(database, people, firstSeen(batch));
  await upsert(database, candidates, candidateRows(batch));
  await upsert(database, weeks, activeDays(batch));
  await upsert(database, workedTable, workedHours(batch));
  await upsert(database, loginTable, logins(batch));
  await upsert(database, tickets, ticketRows(batch));
  await trimCandidates(database, batch.plan, [...new Set(batch.rows.filter(isDone).map(([person]) => person))]);
  const { plan, source, receivedAt, completeTo, sandbox, service } = batch;
  const done = [plan, source, batch.batch, batch.part, receivedAt, completeTo, batch.rows.length, sandbox, service];
  await upsert(database, batches, [done]);
}

const people = {
  table: "person",
  columns: ["plan", "person", "wave", "department", "access_at", "left_at", "version", "seen_access", "seen_left"],
  merge: "seen_access = LEAST(seen_access, VALUES(seen_access)), seen_left = LEAST(seen_left, VALUES(seen_left))",
};

const candidates = { table: "candidate", columns: ["plan", "person", "at", "process", "flags"], merge: null };

const weeks = { table: "week", columns: ["plan", "week", "person", "days"], merge: "days = days | VALUES(days)" };

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
  merge: null,
};

function isDone([, , kind]: PackedRow): boolean {
  return kind === "t" || kind === "r";
}

/** Everybody who appears at all gets a row, so that nobody is missing from the people because a list came late. */
function firstSeen({ plan, rows }: PackedBatch): Cell[][] {
  const seen = new Map<number, { access: number; left: number }>();
  for (const [person, at, kind] of rows) {
    const known = seen.get(person) ?? { access: never, left: never };
    if (kind === "a") known.access = Math.min(known.access, at);
    if (kind === "x") known.left = Math.min(known.left, at);
    seen.set(person, known);
  }
  return [...seen].map(([person, { access, left }]) => [plan, person, "", "", never, never, "", access, left]);
}

function candidateRows({ plan, rows }: PackedBatch): Cell[][] {
  return rows
    .filter(isDone)
    .map(([person, at, kind, process, helped]) => [
      plan,
      person,
      at,
      process,
      helped * assistedFlag + (kind === "r" ? reversalFlag : 0),
    ]);
}

/** A bit for each weekday with a transaction. */
function activeDays({ plan, zone, rows }: PackedBatch): Cell[][] {
  const days = new Map<string, { week: number; person: number; days: number }>();
  for (const [person, at, kind] of rows) {
    if (kind !== "t") continue;
    const { week, weekday } = isoWeekOf(at, zone);
    const key = `${week} ${person}`;
    const known = days.get(key) ?? { week, person, days: 0 };
    known.days |= 1 << (weekday - 1);
    days.set(key, known);
  }
  return [...days.values()].map((row) => [plan, row.week, row.person, row.days]);
}

function ticketRows({ plan, zone, rows, receivedAt }: PackedBatch): Cell[][] {
  return rows
    .filter(([, , kind]) => kind === "k")
    .map(([person, at, , process, , id]) => {
      const version = `${String(receivedAt).padStart(15, "0")}-${String(at).padStart(15, "0")}`;
      return [plan, id, person, process, "", at, isoWeekOf(at, zone).week, version];
    });
}
