import type { Observations } from "#app/adoption-ports";
import { observationKinds } from "#domain/adoption/observation";
import type { Observation } from "#domain/adoption/observation";
import { numberIn, textIn } from "./database";
import type { Database, Row } from "./database";
import { rowPages } from "./row-pages";
import { upsert } from "./upsert";

const pageRows = 2000;

export function observationsIn(database: Database): Observations {
  return {
    async note(plan, { id, kind, name, day, part, whole, at, by }) {
      const columns = ["plan", "id", "kind", "name", "day", "part", "whole", "at", "noted_by"];
      await upsert(database, { table: "observation", columns, merge: null }, [
        [plan, id, kind, name, day, part, whole, at, by],
      ]);
    },
    async list(plan) {
      const rows = await rowPages(pageRows, (last) =>
        database.rows(listQuery, [plan, last === null ? "" : textIn(last, "id")]),
      );
      return rows.flatMap(observation);
    },
    async people() {
      const rows = await database.rows("SELECT DISTINCT noted_by FROM observation WHERE noted_by > ''", []);
      return rows.map((row) => textIn(row, "noted_by"));
    },
    forgetPerson: (account) => database.write("UPDATE observation SET noted_by = '' WHERE noted_by = ?", [account]),
  };
}

const listQuery = `SELECT id, kind, name, day, part, whole, at, noted_by FROM observation
  WHERE plan = ? AND id > ? ORDER BY id LIMIT ${pageRows}`;

function observation(row: Row): Observation[] {
  const kind = observationKinds.find((each) => each === row["kind"]);
  if (kind === undefined) return [];
  const whole = row["whole"] === null ? null : numberIn(row, "whole");
  const [id, name, day, by] = [textIn(row, "id"), textIn(row, "name"), textIn(row, "day"), textIn(row, "noted_by")];
  return [{ id, kind, name, day, part: numberIn(row, "part"), whole, at: numberIn(row, "at"), by }];
}
