import type { WeekFacts } from "#domain/adoption/facts";
import { spellWeek } from "#domain/calendar/week";
import { numberIn, textIn } from "./database";
import type { Database, Row } from "./database";

/** How many of each wave worked and asked in each week, in one statement for all waves. Under the empty name is whoever is in none. */
export async function readWeeks(database: Database, plan: string): Promise<ReadonlyMap<string, readonly WeekFacts[]>> {
  const rows = await database.rows(query, [plan, plan, plan]);
  const byWave = Map.groupBy(rows, (row) => textIn(row, "wave"));
  return new Map([...byWave].map(([wave, own]) => [wave, weeksIn(own)]));
}

const countOf = (kind: string, table: string): string =>
  `SELECT '${kind}' AS kind, p.wave AS wave, f.week AS week, COUNT(*) AS n
    FROM ${table} f JOIN person p ON p.plan = f.plan AND p.person = f.person WHERE f.plan = ? GROUP BY p.wave, f.week`;
const query = `${countOf("worked", "worked")}
  UNION ALL ${countOf("ticket", "ticket")}
  UNION ALL SELECT 'total' AS kind, wave, week, active AS n FROM worked_total WHERE plan = ?`;

function weeksIn(rows: readonly Row[]): readonly WeekFacts[] {
  const [active, old, tickets] = [byWeek(rows, "worked"), byWeek(rows, "total"), byWeek(rows, "ticket")];
  const weeks = [...new Set(rows.map((row) => numberIn(row, "week")))].toSorted((a, b) => a - b);
  return weeks.map((week) => ({
    week: spellWeek(week),
    // What came in late for a week that is a total already adds nothing to it.
    active: Math.max(active.get(week) ?? 0, old.get(week) ?? 0),
    tickets: tickets.get(week) ?? 0,
  }));
}

function byWeek(rows: readonly Row[], kind: "worked" | "total" | "ticket"): ReadonlyMap<number, number> {
  const own = rows.filter((row) => textIn(row, "kind") === kind);
  return new Map(own.map((row) => [numberIn(row, "week"), numberIn(row, "n")]));
}
