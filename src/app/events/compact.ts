import type { PackedBatch, PackedRow, QueuedBatch } from "#contract/usage-event";
import { packedKinds } from "#contract/usage-event";

/** The rows of a part as columns: rows of one person in a row share one number. */
export function compact({ rows, ...head }: PackedBatch): QueuedBatch {
  const since = rows.reduce((first, [, at]) => Math.min(first, at), Infinity);
  const processes = [...new Set(rows.map(([, , , process]) => process))];
  const places = new Map(processes.map((process, place) => [process, place]));
  const [people, counts, times, marks, tickets]: [number[], number[], number[], number[], string[]] = [
    [],
    [],
    [],
    [],
    [],
  ];
  for (const [person, at, kind, process, assisted, ticket] of rows) {
    if (people.at(-1) === person) counts[counts.length - 1]! += 1;
    else {
      people.push(person);
      counts.push(1);
    }
    times.push(at - since);
    marks.push((packedKinds.indexOf(kind) * 2 + assisted) * processes.length + (places.get(process) ?? 0));
    if (kind === "k") tickets.push(ticket);
  }
  return { ...head, since: rows.length === 0 ? 0 : since, people, counts, times, marks, processes, tickets };
}

/** Back to rows. What does not add up was not written by `compact`, and is refused. */
export function expand({ people, counts, times, marks, processes, tickets, since, ...head }: QueuedBatch): PackedBatch {
  const rows: PackedRow[] = [];
  const ids = tickets.values();
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
      rows.push([person, since + time, kind, process, assisted, kind === "k" ? (ids.next().value ?? "") : ""]);
    }
  });
  if (at !== times.length) throw new RangeError("A batch in the queue is broken.");
  return { ...head, rows };
}
