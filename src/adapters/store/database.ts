import { sql } from "@forge/sql";

export type Cell = string | number | null;
export type Row = Readonly<Record<string, unknown>>;

/** One statement at a time, as Forge SQL has it: there is no transaction to lean on, so every write must stand alone. */
export interface Database {
  rows(statement: string, params: readonly Cell[]): Promise<readonly Row[]>;
  write(statement: string, params: readonly Cell[]): Promise<void>;
}

export const forgeDatabase: Database = {
  async rows(statement, params) {
    const { rows } = await sql
      .prepare<Row>(statement)
      .bindParams(...params)
      .execute();
    return Array.isArray(rows) ? rows : [];
  },
  async write(statement, params) {
    await sql
      .prepare(statement)
      .bindParams(...params)
      .execute();
  },
};

/** Forge SQL hands BIGINT back as text; a driver may hand it back as a number or bigint. */
export function numberIn(row: Row, column: string): number {
  return Number(row[column]);
}

export function textIn(row: Row, column: string): string {
  return String(row[column]);
}
