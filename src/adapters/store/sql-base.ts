import type { BaseChange, PlanRef } from "#app/sync/run-ports";
import type { Base } from "#domain/sync/item";
import type { Database } from "./database";
import { numberIn, textIn } from "./database";
import { readAgreed, readItemKind, readKind } from "./run-rows";
import { rowPages } from "./row-pages";
import { upsertAll } from "./upsert-all";

export async function readBase(database: Database, { space, plan }: PlanRef): Promise<Base> {
  const params = [space, plan];
  const items = await rowPages(pageRows, (last) =>
    database.rows(itemPage, [...params, last === null ? "" : textIn(last, "item")]),
  );
  const columns = "kind, source, target, in_plan, in_jira";
  const edges = await database.rows(`SELECT ${columns} FROM sync_edge WHERE space = ? AND plan = ?`, params);
  return {
    items: items.flatMap((row) => {
      const kind = readItemKind(textIn(row, "kind"));
      const [id, issue] = [textIn(row, "item"), textIn(row, "issue")];
      return kind === null ? [] : [{ id, kind, issue, fields: readAgreed(textIn(row, "fields")) }];
    }),
    edges: edges.flatMap((row) => {
      const kind = readKind(textIn(row, "kind"));
      const [plan, jira] = [side(numberIn(row, "in_plan")), side(numberIn(row, "in_jira"))];
      return kind === null ? [] : [{ kind, from: textIn(row, "source"), to: textIn(row, "target"), plan, jira }];
    }),
  };
}

/** An item weighs its descriptions, as each side holds them. */
const pageRows = 100;
const itemPage = `SELECT item, kind, issue, fields FROM sync_item
  WHERE space = ? AND plan = ? AND item > ? ORDER BY item LIMIT ${pageRows}`;

export async function writeBase(database: Database, { space, plan }: PlanRef, change: BaseChange): Promise<void> {
  const items = change.items.map(
    ({ id, kind, issue, fields }) => [space, plan, id, kind, issue, JSON.stringify(fields)] as const,
  );
  // An edge on neither side stays as a row that says so: reading it is the same as not having it.
  const edges = change.edges.map(
    (edge) =>
      [space, plan, edge.kind, edge.from, edge.to, Number(edge.plan !== null), Number(edge.jira !== null)] as const,
  );
  await upsertAll(database, itemTable, items);
  await upsertAll(database, edgeTable, edges);
  for (const item of change.lostItems) {
    await database.write("DELETE FROM sync_item WHERE space = ? AND plan = ? AND item = ?", [space, plan, item]);
  }
}

const itemTable = {
  table: "sync_item",
  columns: ["space", "plan", "item", "kind", "issue", "fields"],
  merge: "kind = VALUES(kind), issue = VALUES(issue), fields = VALUES(fields)",
};
const edgeTable = {
  table: "sync_edge",
  columns: ["space", "plan", "kind", "source", "target", "in_plan", "in_jira"],
  merge: "in_plan = VALUES(in_plan), in_jira = VALUES(in_jira)",
};

function side(present: number): "linked" | null {
  return present === 1 ? "linked" : null;
}
