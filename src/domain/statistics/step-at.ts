import { countBelow } from "./sample";
import type { RiskTable } from "./risk-table";

/**
 * Which row of a step curve holds at time `t`: the last one not after t. −1 before the first row.
 * `null` after the last row, where nobody was watched any more.
 */
export function rowAt(table: RiskTable, t: number): number | null {
  if (table.rows === 0 || t > table.time[table.rows - 1]!) return null;
  const below = countBelow(table.time, t);
  return table.time[below] === t ? below : below - 1;
}

/** The columns spell undefined as NaN; everywhere else it is `null`. */
export function orNull(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}
