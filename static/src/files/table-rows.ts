import type { Grid } from "#formats/read-grid";

/** Whether there is a question whose answer could help: of a file without rows nothing can be asked. */
export function canBeAsked(grid: Grid): boolean {
  return grid.questions.length > 0 && holdsRows(grid);
}

/** A heading and something below it, on this sheet or another. */
export function holdsRows({ sheets, top }: Pick<Grid, "sheets" | "top">): boolean {
  const filled = top.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  return filled.length > 1 || sheets.length > 1;
}
