/** A steady rollout as systems report it: in order of time, everybody a few times a day, a batch at a time. */
export interface Stream {
  readonly people: number;
  readonly linesPerBatch: number;
}

const start = Date.parse("2026-03-16T06:00:00Z");

/** The NDJSON body of one batch; the same number gives the same body. */
export function bodyOf(batch: number, { people, linesPerBatch }: Stream): string {
  const lines: string[] = [];
  for (let at = 0; at < linesPerBatch; at += 1) lines.push(line(batch * linesPerBatch + at, people));
  return lines.join("\n");
}

function line(index: number, people: number): string {
  const at = new Date(start + index * 1500).toISOString();
  const person = `person-${(index * 7919) % people}@example.com`;
  return JSON.stringify({
    id: `e${index}`,
    plan: "crm",
    person,
    at,
    kind: index % 400 === 0 ? "ticket" : "transaction",
    process: index % 3 === 0 ? "create-order" : "log-call",
    assisted: index % 11 === 0,
  });
}
