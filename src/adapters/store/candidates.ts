import type { PackedBatch, PackedRow } from "#contract/usage-event";
import type { Candidate } from "#domain/adoption/facts";
import { numberIn } from "./database";
import type { Cell, Database } from "./database";
import { marks, partsOf } from "./in-lists";
import { upsert } from "./upsert";

/** For almost everybody enough to find one that stands; for the others there are the days, see `daily.ts`. */
export const mostCandidates = 32;

const assistedFlag = 1;
export const reversalFlag = 2;
export const assisted = (flags: number): boolean => (flags & assistedFlag) !== 0;

const table = { table: "candidate", columns: ["plan", "person", "at", "process", "flags"], merge: null };
/** Each with up to twice as many rows as are kept. */
const peopleAtOnce = 200;

/**
 * Keeps each person's earliest 32 transactions, and every reversal. Dropping only what lies behind the 32nd gives the same rows in whatever order batches come, because
 * an earlier transaction that arrives later merely pushes out the last one. Most of what arrives lies behind it already, so that is
 * looked up first: of a rollout's tenth week hardly a row is written.
 */
export async function mergeCandidates(
  database: Database,
  { plan, rows }: Pick<PackedBatch, "plan" | "rows">,
): Promise<void> {
  const full = await fullOf(database, plan, [...new Set(rows.filter(isDone).map((row) => row[0]))]);
  const near = rows.filter((row) => isDone(row) && (row[2] === "r" || row[1] <= (full.get(row[0])?.last ?? Infinity)));
  const more = [...Map.groupBy(near, (row) => row[0]).values()].flatMap(earliest);
  await upsert(
    database,
    table,
    more.map((row) => cells(plan, row)),
  );
  const added = Map.groupBy(more, (row) => row[0]);
  const most = ([person, own]: [number, readonly PackedRow[]]) =>
    (full.get(person)?.count ?? mostCandidates) + own.length;
  const crowded = [...added].filter((one) => most(one) > crowd).map(([person]) => person);
  for (const part of partsOf(crowded, peopleAtOnce)) await trim(database, plan, part);
}

function isDone(row: PackedRow): boolean {
  return row[2] === "t" || row[2] === "r";
}

/** Of one person's: of transactions no more than are kept at all; equal instants go in and out together. */
function earliest(own: readonly PackedRow[]): readonly PackedRow[] {
  const times = own.flatMap((row) => (row[2] === "t" ? [row[1]] : []));
  if (times.length <= mostCandidates) return own;
  const end = times.toSorted((a, b) => a - b)[mostCandidates - 1]!;
  return own.filter((row) => row[2] === "r" || row[1] <= end);
}

function cells(plan: string, [person, at, kind, process, helped]: PackedRow): Cell[] {
  return [plan, person, at, process, helped * assistedFlag + (kind === "r" ? reversalFlag : 0)];
}

interface Full {
  readonly last: number;
  readonly count: number;
}

/** Of everybody who has as many as are kept: the last instant, and how many stand in the table. */
async function fullOf(database: Database, plan: string, people: readonly number[]): Promise<ReadonlyMap<number, Full>> {
  const full = new Map<number, Full>();
  for (const part of partsOf(people, peopleAtOnce)) {
    const rows = await database.rows(
      `SELECT person, MAX(at) AS last, COUNT(*) AS n FROM candidate WHERE plan = ? AND person IN (${marks(part)}) AND flags < ${reversalFlag} GROUP BY person HAVING COUNT(*) >= ${mostCandidates}`,
      [plan, ...part],
    );
    for (const row of rows)
      full.set(numberIn(row, "person"), { last: numberIn(row, "last"), count: numberIn(row, "n") });
  }
  return full;
}

/** Twice as many may stand in the table, so that a history out of order is trimmed now and then and not at every batch. */
const crowd = 2 * mostCandidates;
const trimmedAtOnce = 50;

async function trim(database: Database, plan: string, people: readonly number[]): Promise<void> {
  const crowded = await database.rows(
    `SELECT person FROM candidate WHERE plan = ? AND person IN (${marks(people)}) AND flags < ${reversalFlag} GROUP BY person HAVING COUNT(*) > ${crowd}`,
    [plan, ...people],
  );
  const all = crowded.map((row) => numberIn(row, "person"));
  for (const part of partsOf(all, trimmedAtOnce)) await trimAll(database, plan, part);
}

async function trimAll(database: Database, plan: string, people: readonly number[]): Promise<void> {
  const rows = await database.rows(
    `SELECT person, at FROM candidate WHERE plan = ? AND person IN (${marks(people)}) AND flags < ${reversalFlag} ORDER BY person, at`,
    [plan, ...people],
  );
  const kept = Map.groupBy(rows, (row) => numberIn(row, "person"));
  const ends = [...kept].map(([person, own]) => [person, numberIn(own[mostCandidates - 1] ?? own.at(-1)!, "at")]);
  const later = ends.map(() => `(plan = ? AND person = ? AND at > ? AND flags < ${reversalFlag})`).join(" OR ");
  await database.write(
    `DELETE FROM candidate WHERE ${later}`,
    ends.flatMap(([person, end]) => [plan, person!, end!]),
  );
}

/** What counts of what stands in the table: the earliest transactions, equal instants together, and every reversal. */
export function keptOf(candidates: readonly Candidate[]): readonly Candidate[] {
  const done = candidates.filter(({ kind }) => kind === "transaction");
  const end = done[mostCandidates - 1]?.at ?? Infinity;
  return candidates.filter(({ kind, at }) => kind === "reversal" || at <= end);
}
