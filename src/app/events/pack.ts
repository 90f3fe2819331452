import type { PackedBatch, PackedRow, UsageEvent } from "#contract/usage-event";

/** Forge refuses a queued event of more than 100 KB where the consumer may run for minutes; this leaves room for the envelope. */
const mostBytes = 85_000;

const codes = { access: "a", login: "l", transaction: "t", reversal: "r", left: "x", ticket: "k" } as const;

type Head = Pick<PackedBatch, "plan" | "zone" | "source" | "batch" | "receivedAt">;

/** Sets aside what belongs to nobody, numbers the people, and cuts the rest into parts the queue can carry. */
export function pack(
  events: readonly UsageEvent[],
  head: Head,
  personNumber: (person: string) => number,
): PackedBatch[] {
  const service = events.filter((event) => event.channel === "service");
  const personal = events.filter((event) => event.channel === "person");
  const real = personal.filter((event) => event.environment === "production");
  const completeTo = events.reduce((newest, event) => Math.max(newest, Date.parse(event.at)), 0);
  const parts = cut(real.map((event) => row(event, personNumber)));
  return parts.map((rows, part) => ({
    ...head,
    part,
    completeTo,
    sandbox: part === 0 ? personal.length - real.length : 0,
    service: part === 0 ? service.length : 0,
    rows,
  }));
}

function row(event: UsageEvent, personNumber: (person: string) => number): PackedRow {
  return [
    personNumber(event.person),
    Date.parse(event.at),
    codes[event.kind],
    event.process,
    event.assisted ? 1 : 0,
    event.kind === "ticket" ? event.id : "",
  ];
}

/** At least one part, so that a batch of nothing but sandbox use still counts as heard from. */
function cut(rows: readonly PackedRow[]): PackedRow[][] {
  const parts: PackedRow[][] = [[]];
  let bytes = 0;
  for (const row of rows) {
    const size = JSON.stringify(row).length * 1.1 + 1;
    if (bytes + size > mostBytes) {
      parts.push([]);
      bytes = 0;
    }
    parts.at(-1)!.push(row);
    bytes += size;
  }
  return parts;
}
