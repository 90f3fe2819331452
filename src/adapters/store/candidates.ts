import type { PackedBatch, PackedRow } from "#contract/usage-event";
import { numberIn } from "./database";
import type { Cell, Database } from "./database";
import { upsert } from "./upsert";

/** For almost everybody enough to find one that stands; for the others there are the days, see `daily.ts`. */
export const mostCandidates = 32;

const assistedFlag = 1;
export const reversalFlag = 2;
export const assisted = (flags: number): boolean => (flags & assistedFlag) !== 0;

const table = { table: "candidate", columns: ["plan", "person", "at", "process", "flags"], merge: null };
const peopleAtOnce = 200;

/**
 * Keeps each person's earliest 32 transactions, and every reversal. Dropping only what lies behind the 32nd gives the same rows in whatever order batches come, because
 * an earlier transaction that arrives later merely pushes out the last one. Most of what arrives lies behind it already, so that is
 * looked up first: of a rollout's tenth week hardly a row is written.
 */
export async function mergeCandidates(database: Database, { plan, rows }: PackedBatch): Promise<void> {
  const own = Map.groupBy(rows.filter(isDone), ([person]) => person);
  const people = [...own.keys()];
  for (let from = 0; from < people.length; from += peopleAtOnce) {
    const part = people.slice(from, from + peopleAtOnce);
    const lasts = await lastKept(database, plan, part);
    const more = part.flatMap((person) => {
      const [reversals, done] = partition(own.get(person) ?? []);
      return [...reversals, ...earliest(done, lasts.get(person) ?? Infinity)];
    });
    await upsert(
      database,
      table,
      more.map((row) => cells(plan, row)),
    );
    await trim(database, plan, [...new Set(more.map(([person]) => person))]);
  }
}

function isDone([, , kind]: PackedRow): boolean {
  return kind === "t" || kind === "r";
}

function partition(rows: readonly PackedRow[]): readonly [PackedRow[], PackedRow[]] {
  return [rows.filter(([, , kind]) => kind === "r"), rows.filter(([, , kind]) => kind === "t")];
}

/** Not later than the last one kept, and of those no more than are kept at all; equal instants go in and out together. */
function earliest(rows: readonly PackedRow[], last: number): readonly PackedRow[] {
  const early = rows.filter(([, at]) => at <= last);
  if (early.length <= mostCandidates) return early;
  const end = early.map(([, at]) => at).toSorted((a, b) => a - b)[mostCandidates - 1]!;
  return early.filter(([, at]) => at <= end);
}

function cells(plan: string, [person, at, kind, process, helped]: PackedRow): Cell[] {
  return [plan, person, at, process, helped * assistedFlag + (kind === "r" ? reversalFlag : 0)];
}

/** The last instant kept of everybody who has as many as are kept. */
async function lastKept(
  database: Database,
  plan: string,
  people: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const rows = await database.rows(
    `SELECT person, MAX(at) AS last FROM candidate WHERE plan = ? AND person IN (${marks(people)}) AND flags < ${reversalFlag} GROUP BY person HAVING COUNT(*) >= ${mostCandidates}`,
    [plan, ...people],
  );
  return new Map(rows.map((row) => [numberIn(row, "person"), numberIn(row, "last")]));
}

async function trim(database: Database, plan: string, people: readonly number[]): Promise<void> {
  if (people.length === 0) return;
  const crowded = await database.rows(
    `SELECT person FROM candidate WHERE plan = ? AND person IN (${marks(people)}) AND flags < ${reversalFlag} GROUP BY person HAVING COUNT(*) > ${mostCandidates}`,
    [plan, ...people],
  );
  for (const row of crowded) await trimOne(database, plan, numberIn(row, "person"));
}

async function trimOne(database: Database, plan: string, person: number): Promise<void> {
  const key: Cell[] = [plan, person];
  const [last] = await database.rows(
    `SELECT at FROM candidate WHERE plan = ? AND person = ? AND flags < ${reversalFlag} ORDER BY at, process, flags LIMIT 1 OFFSET ${mostCandidates - 1}`,
    key,
  );
  if (last === undefined) return;
  const end = numberIn(last, "at");
  await database.write(`DELETE FROM candidate WHERE plan = ? AND person = ? AND at > ? AND flags < ${reversalFlag}`, [
    ...key,
    end,
  ]);
}

function marks(people: readonly number[]): string {
  return people.map(() => "?").join(", ");
}
