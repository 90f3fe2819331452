import type { Grid } from "#formats/read-grid";
import { allFields } from "#formats/table/field-words";
import type { TableChoices } from "#formats/table/layout";
import { ask } from "../bridge";

type Fields = NonNullable<TableChoices["fields"]>;

/** A table is known again by its headings: the next export of the same report has them too. */
function shapeOf(grid: Grid): string {
  return grid.columns
    .map(({ heading }) => heading.toLowerCase())
    .join(" | ")
    .slice(0, 4_000);
}

/** For everybody in the space. Where it cannot be kept, it is asked again next time; that is no reason to stop the import. */
export function rememberColumns(grid: Grid, fields: Fields): void {
  void ask("keepTable", { shape: shapeOf(grid), fields: [...fields] }).catch(() => null);
}

/** What was said the last time about a table with these headings, where it is not what the reader guesses anyway. */
export async function recallColumns(grid: Grid): Promise<Fields | null> {
  const tables = await ask("knownTables", {}).catch(() => []);
  const found = tables.find(({ shape }) => shape === shapeOf(grid));
  if (found?.fields.length !== grid.columns.length) return null;
  const fields = found.fields.map((name) => allFields.find(({ field }) => field === name)?.field ?? null);
  return grid.columns.every(({ field }, at) => field === fields[at]) ? null : fields;
}
