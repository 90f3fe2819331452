import type { Candidate, PersonFacts, PersonTicket } from "#domain/adoption/facts";
import { assisted, keptOf, reversalFlag } from "./candidates";
import { askedIn, setAside } from "#domain/adoption/ticket-category";
import { withDays } from "./daily";
import { numberIn, textIn } from "./database";
import type { Database, Row } from "./database";
import { fromStored, never } from "./instants";
import { groupPages, rowPages } from "./row-pages";

/** So that no answer comes near the 4 MiB of a response: a row of a person carries two names, the others one at most. */
const [peoplePage, factsPage] = [5_000, 20_000];

/** Everybody of a wave with what decides their adoption: each table along its key, in as few statements as answers fit. */
export async function readPeople(
  database: Database,
  plan: string,
  wave: string | null,
): Promise<readonly PersonFacts[]> {
  const people = await peopleIn(database, plan, wave);
  const candidates = await group(candidatesIn(database, plan), candidate);
  const tickets = await group(ticketsIn(database, plan), ticket);
  const logins = new Map((await loginsIn(database, plan)).map((row) => [numberIn(row, "person"), numberIn(row, "at")]));
  const read = people.map((row) => ({
    ...person(row, candidates, tickets),
    firstLoginAt: logins.get(numberIn(row, "person")) ?? null,
  }));
  return withDays(database, plan, read);
}

function peopleIn(database: Database, plan: string, wave: string | null): Promise<readonly Row[]> {
  const columns = "person, wave, department, access_at, left_at, seen_access, seen_left";
  const inWave = wave === null ? "" : " AND wave = ?";
  const query = `SELECT ${columns} FROM person WHERE plan = ? AND person > ?${inWave} ORDER BY person LIMIT ${peoplePage}`;
  return rowPages(peoplePage, (last) =>
    database.rows(query, [plan, last === null ? -1 : numberIn(last, "person"), ...(wave === null ? [] : [wave])]),
  );
}

function candidatesIn(database: Database, plan: string): AsyncGenerator<readonly Row[]> {
  const query = (where: string) =>
    `SELECT person, at, process, flags FROM candidate WHERE plan = ? AND ${where} ORDER BY person, at, process, flags LIMIT ${factsPage}`;
  const later = query("person = ? AND (at > ? OR (at = ? AND (process > ? OR (process = ? AND flags > ?))))");
  return groupPages(factsPage, {
    behind: (last) => database.rows(query("person > ?"), [plan, last === null ? -1 : numberIn(last, "person")]),
    within: (last) => {
      const [at, process] = [numberIn(last, "at"), textIn(last, "process")];
      return database.rows(later, [plan, numberIn(last, "person"), at, at, process, process, numberIn(last, "flags")]);
    },
  });
}

/** H4: duplicates, spam and alerts are nobody's asking for help. */
const counts = `kind NOT IN (${setAside.map((name) => `'${name}'`).join(", ")})`;

/** By their ids within a person, as the key of the table has them. */
function ticketsIn(database: Database, plan: string): AsyncGenerator<readonly Row[]> {
  const query = (where: string) =>
    `SELECT person, at, process, kind, ticket FROM ticket WHERE plan = ? AND ${where} AND ${counts} ORDER BY person, ticket LIMIT ${factsPage}`;
  return groupPages(factsPage, {
    behind: (last) => database.rows(query("person > ?"), [plan, last === null ? -1 : numberIn(last, "person")]),
    within: (last) =>
      database.rows(query("person = ? AND ticket > ?"), [plan, numberIn(last, "person"), textIn(last, "ticket")]),
  });
}

function loginsIn(database: Database, plan: string): Promise<readonly Row[]> {
  const query = `SELECT person, at FROM login WHERE plan = ? AND person > ? ORDER BY person LIMIT ${factsPage}`;
  return rowPages(factsPage, (last) => database.rows(query, [plan, last === null ? -1 : numberIn(last, "person")]));
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
    tickets: (tickets.get(number) ?? []).toSorted((a, b) => a.at - b.at),
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
  return { at: numberIn(row, "at"), process: textIn(row, "process"), about: askedIn(textIn(row, "kind")) };
}

async function group<T>(pages: AsyncIterable<readonly Row[]>, read: (row: Row) => T): Promise<Map<number, T[]>> {
  const grouped = new Map<number, T[]>();
  for await (const page of pages) {
    for (const row of page) {
      const key = numberIn(row, "person");
      const held = grouped.get(key);
      if (held === undefined) grouped.set(key, [read(row)]);
      else held.push(read(row));
    }
  }
  return grouped;
}
