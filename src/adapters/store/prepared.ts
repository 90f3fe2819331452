import { forgeDatabase } from "./database";
import type { Database } from "./database";
import { migrate } from "./migrate";

/**
 * The site's database, with its tables. Right after an installation they are not there yet; the statement's own complaint tells, which
 * costs nothing the rest of the time, where looking first would spend the 25 definition statements a minute.
 */
export const preparedDatabase: Database = {
  rows: (statement, params) => prepared(() => forgeDatabase.rows(statement, params)),
  write: (statement, params) => prepared(() => forgeDatabase.write(statement, params)),
};

async function prepared<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!isMissingTable(error)) throw error;
  }
  await migrate();
  return run();
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
