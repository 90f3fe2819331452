import type { Roster } from "#app/work-items/work-item-ports";
import type { Database } from "./database";
import { numberIn, textIn } from "./database";
import { fromStored } from "./instants";
import { joinPerson } from "./join-person";
import { marks, rowsOf } from "./in-lists";
import { membersIn } from "./team-members";
import { ticketsIn } from "./tickets-of-jira";
import { upsert } from "./upsert";

const customerTable = { table: "customer", columns: ["plan", "customer", "person"], merge: "person = VALUES(person)" };

export function rosterIn(database: Database): Roster {
  return {
    async customers(plan, numbers) {
      const rows = await rowsOf(numbers, (part) =>
        database.rows(`SELECT customer, person FROM customer WHERE plan = ? AND customer IN (${marks(part)})`, [
          plan,
          ...part,
        ]),
      );
      return new Map(rows.map((row) => [numberIn(row, "customer"), numberIn(row, "person")]));
    },
    async putCustomers(plan, pairs) {
      await upsert(
        database,
        customerTable,
        pairs.map(([customer, person]) => [plan, customer, person]),
      );
    },
    async known(plan, numbers) {
      const rows = await rowsOf(numbers, (part) =>
        database.rows(`SELECT person FROM person WHERE plan = ? AND person IN (${marks(part)})`, [plan, ...part]),
      );
      return new Set(rows.map((row) => numberIn(row, "person")));
    },
    async listed(plan, numbers) {
      const rows = await rowsOf(numbers, (part) =>
        database.rows(
          `SELECT person, wave, department, access_at, left_at FROM person WHERE plan = ? AND person IN (${marks(part)})`,
          [plan, ...part],
        ),
      );
      return rows.map((row) => ({
        person: numberIn(row, "person"),
        wave: textIn(row, "wave"),
        department: textIn(row, "department"),
        accessAt: fromStored(numberIn(row, "access_at")),
        leftAt: fromStored(numberIn(row, "left_at")),
      }));
    },
    join: (plan, from, into) => joinPerson(database, { plan, from, into }),
    ...membersIn(database),
    ...ticketsIn(database),
  };
}
