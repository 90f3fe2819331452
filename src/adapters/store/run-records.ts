import { z } from "zod";
import { textIn } from "./database";
import type { Database } from "./database";

const body = z.looseObject({ by: z.string(), undoBy: z.string().nullish() });

/** What the runs remember of people, and for how long. */
export interface RunRecords {
  /** Account ids of everybody who ever asked for a run. */
  people(): Promise<readonly string[]>;
  forgetPerson(accountId: string): Promise<void>;
  forgetBefore(instant: number): Promise<void>;
}

export function runRecords(database: Database): RunRecords {
  const runs = async () => {
    const rows = await database.rows("SELECT id, body FROM sync_run", []);
    return rows.map((row) => ({ id: textIn(row, "id"), run: body.parse(JSON.parse(textIn(row, "body"))) }));
  };
  return {
    people: async () =>
      [...new Set((await runs()).flatMap(({ run }) => [run.by, run.undoBy ?? ""]))].filter((by) => by !== ""),
    async forgetPerson(accountId) {
      for (const { id, run } of await runs()) {
        if (run.by !== accountId && run.undoBy !== accountId) continue;
        const kept = (by: string | null | undefined) => (by === accountId ? "" : by);
        await database.write("UPDATE sync_run SET body = ? WHERE id = ?", [
          JSON.stringify({ ...run, by: kept(run.by), undoBy: kept(run.undoBy) }),
          id,
        ]);
      }
    },
    async forgetBefore(instant) {
      const old = await database.rows("SELECT id FROM sync_run WHERE started_at < ?", [instant]);
      for (const row of old) {
        const id = textIn(row, "id");
        await database.write("DELETE FROM sync_answer WHERE run = ?", [id]);
        await database.write("DELETE FROM sync_call WHERE run = ?", [id]);
        await database.write("DELETE FROM sync_run WHERE id = ?", [id]);
      }
    },
  };
}
