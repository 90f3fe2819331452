import type { PackedBatch, PackedRow, UsageEvent } from "#contract/usage-event";
import { eventInstant } from "./event-instant";

/** Forge refuses a queued event of more than 100 KB where the consumer may run for minutes; this leaves room for the envelope. */
const mostBytes = 85_000;
/** A row as the queue carries it: a time and a mark. Its person and its process are written once for many. */
const rowBytes = 16;
const personBytes = 24;
/** The quotes of its id, and what it was about. */
const ticketBytes = 5;

const codes = { access: "a", login: "l", transaction: "t", reversal: "r", left: "x", ticket: "k" } as const;

interface Head extends Pick<PackedBatch, "plan" | "zone" | "source" | "batch" | "receivedAt"> {
  /** Up to when the sender says it is complete; else its newest event says so. */
  readonly completeTo: number | null;
}

/** As Atlassian writes the ids of its accounts; those of portal customers begin with `qm:`. */
export function isAccount(person: string): boolean {
  return /^(?:\d{6}:[0-9a-f-]{36}|[0-9a-f]{24}|qm:[0-9a-f-]{36}:[0-9a-f-]{36})$/.test(person);
}

/** Sets aside what belongs to nobody, numbers the people, and cuts the rest into parts the queue can carry. */
export function pack(
  events: readonly UsageEvent[],
  head: Head,
  personNumber: (person: string) => number,
): readonly PackedBatch[] {
  const numbered = remembering(personNumber);
  const rows: PackedRow[] = [];
  let [service, sandbox, newest] = [0, 0, 0];
  for (const event of once(events)) {
    const at = eventInstant(event.at);
    newest = Math.max(newest, at);
    if (event.channel === "service") service += 1;
    else if (event.environment !== "production") sandbox += 1;
    else rows.push(rowOf(event, at, numbered.number(event.person)));
  }
  const whole = { ...head, completeTo: head.completeTo ?? newest };
  const accounts = numbered.accounts();
  return cut(rows, accounts).map((rows, part) => ({
    ...whole,
    part,
    sandbox: part === 0 ? sandbox : 0,
    service: part === 0 ? service : 0,
    accounts: accounts.size === 0 ? [] : accountsIn(rows, accounts),
    rows,
  }));
}

/** Names of accounts by the number of their person. */
type Accounts = ReadonlyMap<number, string>;

function accountsIn(rows: readonly PackedRow[], accounts: Accounts): [string, number][] {
  const people = new Set(rows.map(([person]) => person));
  return [...people].flatMap((person): [string, number][] => {
    const named = accounts.get(person);
    return named === undefined ? [] : [[named, person]];
  });
}

/** An event that stands twice in a batch is one, and a ticket is as its last line has it. Most batches have no id twice, and need no closer look. */
function once(events: readonly UsageEvent[]): readonly UsageEvent[] {
  if (new Set(events.map(({ id }) => id)).size === events.length) return events;
  return [...new Map(events.map((event) => [sameness(event), event])).values()];
}

function sameness({ id, person, at, kind, process, environment, channel }: UsageEvent): string {
  if (kind === "ticket") return JSON.stringify([kind, id]);
  return JSON.stringify([id, person, at, kind, process, environment, channel]);
}

/** All of a person in as few parts as can be: the store keeps a row for each person and week, and each part writes its own. */
function cut(rows: readonly PackedRow[], accounts: Accounts): readonly (readonly PackedRow[])[] {
  // At least one part, so that a batch of nothing but sandbox use still counts as heard from.
  const parts: PackedRow[][] = [[]];
  const own = Map.groupBy(rows, (row) => row[0]);
  const known = new Set<string>();
  let [part, bytes] = [parts[0]!, 0];
  for (const [person, theirs] of own) {
    const nameBytes = personBytes + (accounts.get(person)?.length ?? 0) * 2;
    bytes += nameBytes;
    for (const row of theirs) {
      const size = rowBytes + textBytes(row, known);
      if (bytes + size > mostBytes) {
        parts.push((part = []));
        known.clear();
        bytes = nameBytes + textBytes(row, known);
      }
      known.add(row[3]);
      part.push(row);
      bytes += size;
    }
  }
  return parts;
}

/** A letter may take three bytes, or six when it is escaped. */
function textBytes(row: PackedRow, known: ReadonlySet<string>): number {
  const [process, ticket] = [row[3], row[5]];
  return 6 * ((known.has(process) ? 0 : process.length + 1) + ticket.length) + (ticket === "" ? 0 : ticketBytes);
}

function rowOf(event: UsageEvent, at: number, person: number): PackedRow {
  const ticket = event.kind === "ticket" ? event.id : "";
  const row = [person, at, codes[event.kind], event.process, event.assisted ? 1 : 0, ticket] as const;
  return event.category === undefined ? row : [...row, event.category];
}

/** A batch names the same people over and over, and numbering one takes a keyed hash. */
function remembering(personNumber: (person: string) => number) {
  const known = new Map<string, number>();
  return {
    number(person: string): number {
      const found = known.get(person);
      if (found !== undefined) return found;
      const number = personNumber(person);
      known.set(person, number);
      return number;
    },
    accounts: (): Accounts => {
      const named = [...known].filter(([person]) => isAccount(person));
      return new Map(named.map(([person, number]) => [number, person]));
    },
  };
}
