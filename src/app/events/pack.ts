import type { PackedBatch, PackedRow, UsageEvent } from "#contract/usage-event";

/** Forge refuses a queued event of more than 100 KB where the consumer may run for minutes; this leaves room for the envelope. */
const mostBytes = 85_000;
/** A row without its texts: two numbers, a letter, a flag and the marks between them. */
const rowBytes = 48;

const codes = { access: "a", login: "l", transaction: "t", reversal: "r", left: "x", ticket: "k" } as const;

type Head = Pick<PackedBatch, "plan" | "zone" | "source" | "batch" | "receivedAt">;

/** Sets aside what belongs to nobody, numbers the people, and cuts the rest into parts the queue can carry. */
export function pack(
  events: readonly UsageEvent[],
  head: Head,
  personNumber: (person: string) => number,
): readonly PackedBatch[] {
  const numbered = remembering(personNumber);
  const parts: PackedRow[][] = [[]];
  let [service, sandbox, completeTo, bytes] = [0, 0, 0, 0];
  for (const event of events) {
    const at = Date.parse(event.at);
    completeTo = Math.max(completeTo, at);
    if (event.channel === "service") service += 1;
    else if (event.environment !== "production") sandbox += 1;
    else {
      const row = rowOf(event, at, numbered(event.person));
      const size = rowBytes + 3 * (row[3].length + row[5].length);
      if (bytes + size > mostBytes) {
        parts.push([]);
        bytes = 0;
      }
      parts.at(-1)?.push(row);
      bytes += size;
    }
  }
  // At least one part, so that a batch of nothing but sandbox use still counts as heard from.
  return parts.map((rows, part) => ({
    ...head,
    part,
    completeTo,
    sandbox: part === 0 ? sandbox : 0,
    service: part === 0 ? service : 0,
    rows,
  }));
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
