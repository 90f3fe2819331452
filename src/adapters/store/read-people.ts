import type { Candidate, PersonFacts, PersonTicket } from "#domain/adoption/facts";
import { withDays } from "./daily";
import { numberIn, textIn } from "./database";
import type { Cell, Database, Row } from "./database";
import { fromStored, never } from "./instants";
import { assisted, keptOf, reversalFlag } from "./candidates";

/** So that no answer comes near the 4 MiB of a response. */
const peopleAtOnce = 500;

/** Everybody of a wave with what decides their adoption, read in pages along the primary key. */
export async function readPeople(database: Database, plan: string, wave: string | null): Promise<PersonFacts[]> {
  const people: PersonFacts[] = [];
  let after = -1;
  for (;;) {
    const rows = await page(database, { plan, wave, after });
    const last = rows.at(-1);
    if (last === undefined) return people;
    const upTo = numberIn(last, "person");
    const range: Cell[] = [plan, after, upTo];
    const candidates = group(await database.rows(candidateQuery, range), candidate);
    const tickets = group(await database.rows(ticketQuery, range), ticket);
    const logins = new Map(
      (await database.rows(loginQuery, range)).map((row) => [numberIn(row, "person"), numberIn(row, "at")]),
    );
    const read = rows.map((row) => ({
      ...person(row, candidates, tickets),
      firstLoginAt: logins.get(numberIn(row, "person")) ?? null,
    }));
    people.push(...(await withDays(database, plan, read)));
    if (rows.length < peopleAtOnce) return people;
    after = upTo;
  }
}

const candidateQuery =
  "SELECT person, at, process, flags FROM candidate WHERE plan = ? AND person > ? AND person <= ? ORDER BY person, at, process, flags";
const loginQuery = "SELECT person, at FROM login WHERE plan = ? AND person > ? AND person <= ?";
const ticketQuery =
  "SELECT person, at, process FROM ticket WHERE plan = ? AND person > ? AND person <= ? ORDER BY person, at";

function page(database: Database, from: { plan: string; wave: string | null; after: number }): Promise<readonly Row[]> {
  const columns = "person, wave, department, access_at, left_at, seen_access, seen_left";
  const inWave = from.wave === null ? "" : " AND wave = ?";
  return database.rows(
    `SELECT ${columns} FROM person WHERE plan = ? AND person > ?${inWave} ORDER BY person LIMIT ${peopleAtOnce}`,
    [from.plan, from.after, ...(from.wave === null ? [] : [from.wave])],
  );
}

function person(
  row: Row,
  candidates: Map<number, Candidate[]>,
  tickets: Map<number, PersonTicket[]>,
): Omit<PersonFacts, "firstLoginAt"> {
  const number = numberIn(row, "person");
  return {
    person: number,
    wave: textIn(row, "wave") || null,
    department: textIn(row, "department") || null,
    accessAt: reported(row, "access_at") ?? reported(row, "seen_access"),
    leftAt: reported(row, "left_at") ?? reported(row, "seen_left"),
    candidates: keptOf(candidates.get(number) ?? []),
    tickets: tickets.get(number) ?? [],
  };
}

function reported(row: Row, column: string): number | null {
  const instant = numberIn(row, column);
  return instant >= never ? null : fromStored(instant);
}

function candidate(row: Row): Candidate {
  const flags = numberIn(row, "flags");
  return {
    at: numberIn(row, "at"),
    process: textIn(row, "process"),
    kind: (flags & reversalFlag) === 0 ? "transaction" : "reversal",
    assisted: assisted(flags),
  };
}

function ticket(row: Row): PersonTicket {
  return { at: numberIn(row, "at"), process: textIn(row, "process") };
}

function group<T>(rows: readonly Row[], read: (row: Row) => T): Map<number, T[]> {
  const grouped = new Map<number, T[]>();
  for (const row of rows) {
    const key = numberIn(row, "person");
    const held = grouped.get(key);
    if (held === undefined) grouped.set(key, [read(row)]);
    else held.push(read(row));
  }
  return grouped;
}
