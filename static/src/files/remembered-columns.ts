import type { Grid } from "#formats/read-grid";
import type { TableChoices } from "#formats/table/layout";

type Fields = NonNullable<TableChoices["fields"]>;

const shelf = "uptake-columns";
const mostKept = 30;

/** A table is known again by its headings: the next export of the same report has them too. */
export function shapeOf(grid: Grid): string {
  return grid.columns.map(({ heading }) => heading.toLowerCase()).join(" | ");
}

export function rememberColumns(grid: Grid, fields: Fields): void {
  const kept = read().filter(([shape]) => shape !== shapeOf(grid));
  try {
    localStorage.setItem(shelf, JSON.stringify([[shapeOf(grid), fields], ...kept].slice(0, mostKept)));
  } catch {
    // A browser that keeps nothing for the page asks again next time.
  }
}

/** What this person said the last time about a table with these headings, in words the reader still knows. */
export function recallColumns(grid: Grid): Fields | null {
  const found = read().find(([shape]) => shape === shapeOf(grid))?.[1] ?? null;
  return found === null || found.length !== grid.columns.length ? null : found;
}

function read(): readonly (readonly [string, Fields])[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(shelf) ?? "[]");
    return Array.isArray(kept) ? kept : [];
  } catch {
    return [];
  }
}
