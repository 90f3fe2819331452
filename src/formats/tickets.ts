import { usageEvent } from "#contract/usage-event";
import { z } from "zod";
import type { EventBatch } from "./event-batch";
import { listRows } from "./list-rows";

/** What help desks call the same columns. */
const columns = {
  key: "id",
  ticket: "id",
  "issue key": "id",
  reporter: "person",
  requester: "person",
  created: "at",
  "created at": "at",
  component: "process",
};

const ticket = usageEvent.pick({ id: true, person: true, at: true, process: true, environment: true, channel: true });

/** A list of tickets as a help desk exports it: an id, who asked and when, and of which process; whatever else it holds is not looked at. */
export function readTickets(text: string, plan: string): EventBatch {
  const rows = listRows(text, columns);
  if (rows === null)
    return { events: [], readings: [], bad: [{ line: 1, reason: "This is not JSON." }], completeTo: null };
  const read = rows.map(({ line, cells }) => {
    const filled = Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell !== "" && cell !== null));
    return { line, parsed: z.object(ticket.shape).safeParse(filled) };
  });
  return {
    events: read.flatMap(({ line, parsed }) =>
      parsed.success ? [{ line, event: { ...parsed.data, plan, kind: "ticket" as const, assisted: false } }] : [],
    ),
    readings: [],
    bad: read.flatMap(({ line, parsed }) =>
      parsed.success ? [] : [{ line, reason: z.prettifyError(parsed.error).replaceAll("\n", " ") }],
    ),
    completeTo: null,
  };
}
