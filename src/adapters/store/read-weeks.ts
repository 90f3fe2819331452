import type { WeekFacts } from "#domain/adoption/facts";
import { splitOf } from "#domain/adoption/ticket-category";
import { spellWeek } from "#domain/calendar/week";
import { numberIn, textIn } from "./database";
import type { Database, Row } from "./database";

/** How many of each wave worked and asked in each week, in one statement for all waves. Under the empty name is whoever is in none. */
export async function readWeeks(database: Database, plan: string): Promise<ReadonlyMap<string, readonly WeekFacts[]>> {
  const rows = await database.rows(query, [plan, plan, plan]);
  const byWave = Map.groupBy(rows, (row) => textIn(row, "wave"));
  return new Map([...byWave].map(([wave, own]) => [wave, weeksIn(own)]));
}

const from = "JOIN person p ON p.plan = f.plan AND p.person = f.person WHERE f.plan = ? GROUP BY p.wave, f.week";
/** Of tickets also what they were about. */
const query = `SELECT 'worked' AS kind, '' AS about, p.wave AS wave, f.week AS week, COUNT(*) AS n FROM worked f ${from}
  UNION ALL SELECT 'ticket' AS kind, f.kind AS about, p.wave AS wave, f.week AS week, COUNT(*) AS n FROM ticket f ${from}, f.kind
  UNION ALL SELECT 'total' AS kind, '' AS about, wave, week, active AS n FROM worked_total WHERE plan = ?`;

function weeksIn(rows: readonly Row[]): readonly WeekFacts[] {
  const [active, old] = [byWeek(rows, "worked"), byWeek(rows, "total")];
  const tickets = Map.groupBy(ofKind(rows, "ticket"), (row) => numberIn(row, "week"));
  const weeks = [...new Set(rows.map((row) => numberIn(row, "week")))].toSorted((a, b) => a - b);
  return weeks.map((week) => ({
    week: spellWeek(week),
    // What came in late for a week that is a total already adds nothing to it.
    active: Math.max(active.get(week) ?? 0, old.get(week) ?? 0),
    ...splitOf((tickets.get(week) ?? []).map((row) => [textIn(row, "about"), numberIn(row, "n")])),
  }));
}

function byWeek(rows: readonly Row[], kind: "worked" | "total"): ReadonlyMap<number, number> {
  return new Map(ofKind(rows, kind).map((row) => [numberIn(row, "week"), numberIn(row, "n")]));
}

function ofKind(rows: readonly Row[], kind: "worked" | "total" | "ticket"): readonly Row[] {
  return rows.filter((row) => textIn(row, "kind") === kind);
}
