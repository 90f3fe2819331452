import type { PackedBatch, PackedRow, QueuedBatch } from "#contract/usage-event";
import { packedKinds } from "#contract/usage-event";
import { ticketCategories } from "#domain/adoption/ticket-category";
import type { TicketCategory } from "#domain/adoption/ticket-category";

/** The rows of a part as columns: rows of one person in a row share one number. */
export function compact({ rows, ...head }: PackedBatch): QueuedBatch {
  const since = rows.length === 0 ? 0 : rows.reduce((first, row) => Math.min(first, row[1]), Infinity);
  const places = new Map<string, number>();
  for (const row of rows) if (!places.has(row[3])) places.set(row[3], places.size);
  const people: number[] = [];
  const counts: number[] = [];
  let last = NaN;
  for (const row of rows) {
    if (row[0] === last) counts[counts.length - 1]! += 1;
    else {
      people.push((last = row[0]));
      counts.push(1);
    }
  }
  const times = rows.map((row) => row[1] - since);
  const marks = rows.map((row) => (codes[row[2]] * 2 + row[4]) * places.size + places.get(row[3])!);
  const tickets = rows.filter((row) => row[2] === "k");
  return {
    ...head,
    since,
    people,
    counts,
    times,
    marks,
    processes: [...places.keys()],
    tickets: tickets.map((row) => row[5]),
    about: tickets.map((row) => (row[6] === undefined ? 0 : ticketCategories.indexOf(row[6]) + 1)),
  };
}

/** The place of each kind among them. */
const codes = { a: 0, l: 1, t: 2, r: 3, x: 4, k: 5 } satisfies Record<(typeof packedKinds)[number], number>;

/** Back to rows. What does not add up was not written by `compact`, and is refused. */
export function expand(queued: QueuedBatch): PackedBatch {
  const { people, counts, times, marks, processes, tickets, about, since, ...head } = queued;
  const rows: PackedRow[] = [];
  let ticket = 0;
  let at = 0;
  people.forEach((person, place) => {
    const end = at + (counts[place] ?? 0);
    for (; at < end; at += 1) {
      const mark = marks[at] ?? -1;
      const kind = packedKinds[Math.floor(mark / (2 * processes.length))];
      const process = processes[mark % processes.length];
      const time = times[at];
      if (kind === undefined || process === undefined || time === undefined)
        throw new RangeError("A batch in the queue is broken.");
      const assisted = Math.floor(mark / processes.length) % 2 === 1 ? 1 : 0;
      if (kind === "k") {
        rows.push([person, since + time, kind, process, assisted, tickets[ticket] ?? "", ...categoryAt(about, ticket)]);
        ticket += 1;
      } else rows.push([person, since + time, kind, process, assisted, ""]);
    }
  });
  if (at !== times.length) throw new RangeError("A batch in the queue is broken.");
  return { ...head, rows };
}

/** Nothing where nobody said, as in a part that has waited since an older release. */
function categoryAt(about: readonly number[], ticket: number): [] | [TicketCategory] {
  const number = about[ticket] ?? 0;
  if (number === 0) return [];
  const category = ticketCategories[number - 1];
  if (category === undefined) throw new RangeError("A batch in the queue is broken.");
  return [category];
}
