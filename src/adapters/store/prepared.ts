import { forgeDatabase } from "./database";
import type { Database } from "./database";
import { migrate } from "./migrate";

/**
 * The site's database as the product may rely on it: with its tables, and patient. Right after an installation the tables are not there
 * yet; the statement's own complaint tells, which costs nothing the rest of the time, where looking first would spend the 25 definition
 * statements a minute.
 */
export const preparedDatabase: Database = {
  rows: (statement, params) => patiently(() => forgeDatabase.rows(statement, params)),
  write: (statement, params) => patiently(() => forgeDatabase.write(statement, params)),
};

/** Forge SQL takes 150 statements a second and says no more than that it was too many. */
const mostTries = 8;
const firstPauseMs = 250;

/** Longer each time, and never the same for two: those refused in one second would all come back in another. */
const pauseMs = (tries: number): number => firstPauseMs * tries * (0.5 + Math.random());

async function patiently<T>(run: () => Promise<T>): Promise<T> {
  let isMigrated = false;
  for (let tries = 1; ; tries += 1) {
    try {
      return await run();
    } catch (error) {
      if (isMissingTable(error) && !isMigrated) {
        await migrate();
        isMigrated = true;
      } else if (isTooFast(error) && tries < mostTries) {
        await new Promise((resolve) => setTimeout(resolve, pauseMs(tries)));
      } else throw error;
    }
  }
}

function isTooFast(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "RATE_LIMIT_EXCEEDED";
}

function isMissingTable(error: unknown): boolean {
  return /no such table|doesn't exist|no such column|unknown column/i.test(complaint(error));
}

/** Forge's error keeps the engine's words in `message` or in the `context` it carries. */
function complaint(error: unknown): string {
  if (!(error instanceof Error)) return "";
  const context = "context" in error ? JSON.stringify(error.context) : "";
  const suggestion = "suggestion" in error ? String(error.suggestion) : "";
  return `${error.message} ${context} ${suggestion}`;
}
