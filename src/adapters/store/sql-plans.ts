import type { PlanRef, Runs } from "#app/sync/run-ports";
import type { Database, Row } from "./database";
import { textIn } from "./database";
import { marks } from "./in-lists";

/** Which plans there is a memory of, and by which work items. */
export function sqlPlans(database: Database): Pick<Runs, "plans" | "plansOf" | "plansIn"> {
  return {
    async plans() {
      const rows = await database.rows("SELECT DISTINCT space, plan FROM sync_item ORDER BY space, plan", []);
      return rows.map(refIn);
    },
    async plansOf(issues) {
      if (issues.length === 0) return [];
      const rows = await database.rows(
        `SELECT DISTINCT space, plan FROM sync_item WHERE issue IN (${marks(issues)})`,
        issues,
      );
      return rows.map(refIn);
    },
    async plansIn(space, item) {
      const rows = await database.rows("SELECT plan, issue FROM sync_item WHERE space = ? AND item = ?", [space, item]);
      return rows.map((row) => ({ plan: textIn(row, "plan"), issue: textIn(row, "issue") }));
    },
  };
}

function refIn(row: Row): PlanRef {
  return { space: textIn(row, "space"), plan: textIn(row, "plan") };
}
