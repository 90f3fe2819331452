import type { KeptEntry, LogKind, PlanLog } from "#app/log";
import type { PlanRef } from "#app/sync/run-ports";
import type { Database, Row } from "./database";
import { numberIn, textIn } from "./database";
import { marks } from "./in-lists";
import { allOf, groupPages } from "./row-pages";
import { upsertAll } from "./upsert-all";

/** The start of a rollback carries its whole runbook. */
const pageRows = 100;

export function planLog(database: Database): PlanLog {
  return {
    async append({ space, plan }, kind, entries) {
      const rows = entries.map(({ id, at, body }) => [space, plan, kind, id, at, JSON.stringify(body)] as const);
      await upsertAll(database, table, rows);
    },
    async read(ref, kinds) {
      const byKind = Map.groupBy(await entriesOf(database, ref, kinds), ({ kind }) => kind);
      return kinds.flatMap((kind) => byKind.get(kind) ?? []);
    },
  };
}

async function entriesOf(
  database: Database,
  { space, plan }: PlanRef,
  kinds: readonly LogKind[],
): Promise<readonly KeptEntry[]> {
  const pages = groupPages(pageRows, {
    behind: async (last) => {
      const left = kinds.filter((kind) => last === null || kind > textIn(last, "kind"));
      return left.length === 0 ? [] : database.rows(page(`kind IN (${marks(left)})`), [space, plan, ...left]);
    },
    within: (last) =>
      database.rows(page("kind = ? AND id > ?"), [space, plan, textIn(last, "kind"), textIn(last, "id")]),
  });
  return (await allOf(pages)).map(entryIn);
}

/** Who belongs to an audience of the people list, by the number that stands for each. */
export async function audienceIn(database: Database, plan: string, name: string): Promise<readonly string[]> {
  const asked = name.trim().toLowerCase();
  const rows = await database.rows(members, [plan, asked, asked]);
  return rows.map((row) => textIn(row, "person"));
}

const table = { table: "plan_log", columns: ["space", "plan", "kind", "id", "at", "body"], merge: null };
const page = (where: string): string =>
  `SELECT kind, id, at, body FROM plan_log WHERE space = ? AND plan = ? AND ${where} ORDER BY kind, id LIMIT ${pageRows}`;
const members =
  "SELECT person FROM person WHERE plan = ? AND (LOWER(wave) = ? OR LOWER(department) = ?) ORDER BY person";

function entryIn(row: Row): KeptEntry {
  const body: unknown = JSON.parse(textIn(row, "body"));
  return { kind: textIn(row, "kind"), id: textIn(row, "id"), at: numberIn(row, "at"), body };
}
