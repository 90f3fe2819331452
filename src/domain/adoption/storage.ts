import { addWeeks } from "#domain/calendar/week";
import type { IsoWeek } from "#domain/calendar/week";

/** What the store holds of one plan, in rows a table. */
export type StoredRows = Readonly<Record<StoredTable, number>>;

export type StoredTable = keyof typeof bytesPerRow;

/**
 * Key, columns and what an engine keeps beside them, pages half full included: what `test/sql/row-sizes.test.ts` measures in InnoDB, to the
 * nearest ten. TiDB packs differently; the budget leaves a fifth of the gibibyte for that and for the rest.
 */
const bytesPerRow = {
  person: 220,
  candidate: 120,
  daily: 200,
  worked: 130,
  worked_total: 70,
  login: 100,
  ticket: 210,
  batch: 200,
} as const;

export const storedTables: readonly StoredTable[] = [
  "person",
  "candidate",
  "daily",
  "worked",
  "worked_total",
  "login",
  "ticket",
  "batch",
];

/** Forge SQL holds 1 GiB for an installation; plans, logs and snapshots want some of it too. */
export const budgetBytes = 800 * 1024 * 1024;

/** From here on old facts are kept more coarsely, so that new ones always find room. */
const tightShare = 0.8;

export const noRows: StoredRows = {
  person: 0,
  candidate: 0,
  daily: 0,
  worked: 0,
  worked_total: 0,
  login: 0,
  ticket: 0,
  batch: 0,
};

export function bytesOf(rows: StoredRows): number {
  return storedTables.reduce((sum, table) => sum + rows[table] * bytesPerRow[table], 0);
}

export function isTight(bytes: number): boolean {
  return bytes > tightShare * budgetBytes;
}

/** F3: for how many weeks the hours of each person are kept, one step after another, while the store is tight. */
export const coarserWeeks: readonly number[] = [52, 26, 13, 8];

/** The weeks that may be kept as totals: all before the latest `kept`, but for those that a measure still looks into. */
export function weeksToTotal(
  held: readonly IsoWeek[],
  { kept, last, wanted }: { readonly kept: number; readonly last: IsoWeek; readonly wanted: ReadonlySet<IsoWeek> },
): readonly IsoWeek[] {
  const first = addWeeks(last, -kept);
  return held.filter((week) => week < first && !wanted.has(week));
}

const day = 86_400_000;

/** F2: what stood unchallenged for so long is settled, and later transactions of that person decide nothing any more. */
export const settledMs = 14 * day;

/** F1: facts about people are forgotten so long after the last report of their plan. */
export const retentionMs = 400 * day;
