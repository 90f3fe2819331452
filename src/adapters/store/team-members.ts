import type { Roster } from "#app/work-items/work-item-ports";
import type { Database } from "./database";
import { numberIn } from "./database";
import { marks, partsOf } from "./in-lists";
import { rowPages } from "./row-pages";
import { upsert } from "./upsert";

export const memberTable = { table: "member", columns: ["plan", "team", "person"], merge: null };
const pageRows = 5000;

/** Who belonged to a group when it was last read. */
export function membersIn(database: Database): Pick<Roster, "members" | "putMembers" | "dropMembers"> {
  return {
    async members(plan, group) {
      const rows = await rowPages(pageRows, (last) =>
        database.rows(
          `SELECT person FROM member WHERE plan = ? AND team = ? AND person > ? ORDER BY person LIMIT ${pageRows}`,
          [plan, group, last === null ? -1 : numberIn(last, "person")],
        ),
      );
      return rows.map((row) => numberIn(row, "person"));
    },
    async putMembers(plan, group, people) {
      await upsert(
        database,
        memberTable,
        people.map((person) => [plan, group, person]),
      );
    },
    async dropMembers(plan, group, people) {
      for (const part of partsOf(people)) {
        const own = [plan, group, ...part];
        await database.write(`DELETE FROM member WHERE plan = ? AND team = ? AND person IN (${marks(part)})`, own);
      }
    },
  };
}
