import { eventFields } from "#contract/usage-event";
import { isSetAside } from "#domain/adoption/ticket-category";
import type { TicketCategory } from "#domain/adoption/ticket-category";
import { categoryIn } from "#domain/adoption/ticket-words";
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

/** Where a help desk says what a ticket was about; the first that says anything counts. */
const sorts = ["category", "ticket category", "request type", "ticket type", "issue type", "work type", "type"].concat([
  "kategorie",
  "anfragetyp",
  "catégorie",
  "type de demande",
]);

const ticket = eventFields.pick({ id: true, person: true, at: true, process: true, environment: true, channel: true });

/** A list of tickets as a help desk exports it: an id, who asked and when, of which process and about what; whatever else it holds is not looked at. */
export function readTickets(text: string, plan: string): EventBatch {
  const rows = listRows(text, columns);
  if (rows === null)
    return { events: [], readings: [], bad: [{ line: 1, reason: "This is not JSON." }], completeTo: null };
  const read = rows.map(({ line, cells }) => {
    const filled = Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell !== "" && cell !== null));
    return { line, category: categoryOf(filled), parsed: z.object(ticket.shape).safeParse(filled) };
  });
  return {
    events: read.flatMap(({ line, category, parsed }) => {
      if (!parsed.success) return [];
      const about = category === null ? {} : { category };
      return [{ line, event: { ...parsed.data, plan, kind: "ticket" as const, assisted: false, ...about } }];
    }),
    readings: [],
    bad: read.flatMap(({ line, parsed }) =>
      parsed.success ? [] : [{ line, reason: z.prettifyError(parsed.error).replaceAll("\n", " ") }],
    ),
    completeTo: null,
  };
}

/** Whatever it was about: one that was closed as a duplicate is one. */
function categoryOf(cells: Readonly<Record<string, unknown>>): TicketCategory | null {
  const said = (column: string): TicketCategory | null => {
    const word = cells[column];
    return typeof word === "string" ? categoryIn(word) : null;
  };
  const closed = said("resolution");
  if (closed !== null && isSetAside(closed)) return closed;
  return sorts.map(said).find((category) => category !== null) ?? null;
}
