import type { Roster } from "#app/work-items/work-item-ports";
import { textIn } from "./database";
import type { Database } from "./database";
import { marks, partsOf } from "./in-lists";
import { rowPages } from "./row-pages";

const pageRows = 5000;

/** Tickets that looks have counted, and may find to be none any more. */
export function ticketsIn(database: Database): Pick<Roster, "tickets" | "dropTickets"> {
  return {
    async tickets(plan, start) {
      const rows = await rowPages(pageRows, (last) =>
        database.rows(
          `SELECT ticket FROM ticket WHERE plan = ? AND ticket > ? AND ticket < ? ORDER BY ticket LIMIT ${pageRows}`,
          // What follows are digits, and a letter stands behind every digit in any collation.
          [plan, last === null ? start : textIn(last, "ticket"), `${start}z`],
        ),
      );
      return rows.map((row) => textIn(row, "ticket"));
    },
    async dropTickets(plan, tickets) {
      for (const part of partsOf(tickets)) {
        await database.write(`DELETE FROM ticket WHERE plan = ? AND ticket IN (${marks(part)})`, [plan, ...part]);
      }
    },
  };
}
