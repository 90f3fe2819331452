import type { PackedBatch, PackedRow, UsageEvent } from "#contract/usage-event";

/** Forge refuses a queued event of more than 100 KB where the consumer may run for minutes; this leaves room for the envelope. */
const mostBytes = 85_000;
/** A row as the queue carries it: a time and a mark. Its person and its process are written once for many. */
const rowBytes = 16;
const personBytes = 24;

const codes = { access: "a", login: "l", transaction: "t", reversal: "r", left: "x", ticket: "k" } as const;

type Head = Pick<PackedBatch, "plan" | "zone" | "source" | "batch" | "receivedAt">;

/** Sets aside what belongs to nobody, numbers the people, and cuts the rest into parts the queue can carry. */
export function pack(
  events: readonly UsageEvent[],
  head: Head,
  personNumber: (person: string) => number,
): readonly PackedBatch[] {
  const numbered = remembering(personNumber);
  const rows: PackedRow[] = [];
  let [service, sandbox, completeTo] = [0, 0, 0];
  for (const event of events) {
    const at = Date.parse(event.at);
    completeTo = Math.max(completeTo, at);
    if (event.channel === "service") service += 1;
    else if (event.environment !== "production") sandbox += 1;
    else rows.push(rowOf(event, at, numbered(event.person)));
  }
  return cut(rows).map((rows, part) => ({
    ...head,
    part,
    completeTo,
    sandbox: part === 0 ? sandbox : 0,
    service: part === 0 ? service : 0,
    rows,
  }));
}

/** All of a person in as few parts as can be: the store keeps a row for each person and week, and each part writes its own. */
function cut(rows: readonly PackedRow[]): readonly (readonly PackedRow[])[] {
  // At least one part, so that a batch of nothing but sandbox use still counts as heard from.
  const parts: PackedRow[][] = [[]];
  const own = Map.groupBy(rows, ([person]) => person);
  const known = new Set<string>();
  let [part, bytes] = [parts[0]!, 0];
  for (const [, theirs] of own) {
    bytes += personBytes;
    for (const row of theirs) {
      const size = rowBytes + textBytes(row, known);
      if (bytes + size > mostBytes) {
        parts.push((part = []));
        known.clear();
        bytes = personBytes + textBytes(row, known);
      }
      known.add(row[3]);
      part.push(row);
      bytes += size;
    }
  }
  return parts;
}

/** A letter may take three bytes, or six when it is escaped. */
function textBytes([, , , process, , ticket]: PackedRow, known: ReadonlySet<string>): number {
  return 6 * ((known.has(process) ? 0 : process.length + 1) + ticket.length) + (ticket === "" ? 0 : 3);
}

function rowOf(event: UsageEvent, at: number, person: number): PackedRow {
  const ticket = event.kind === "ticket" ? event.id : "";
  return [person, at, codes[event.kind], event.process, event.assisted ? 1 : 0, ticket];
}

/** A batch names the same people over and over, and numbering one takes a keyed hash. */
function remembering(personNumber: (person: string) => number): (person: string) => number {
  const known = new Map<string, number>();
  return (person) => {
    const number = known.get(person) ?? personNumber(person);
    known.set(person, number);
    return number;
  };
}
