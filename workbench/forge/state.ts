import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { randomUUID } from "node:crypto";

export type State = DatabaseSync;

/** Everything the platform remembers of one installation, in one file: what was acknowledged is on disk, and survives a kill. */
export function openState(folder: string): State {
  mkdirSync(folder, { recursive: true });
  const state = new DatabaseSync(join(folder, "forge.sqlite"));
  state.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS kvs (
      space TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL,
      created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, expires_at INTEGER,
      PRIMARY KEY (space, key)) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS delivery (
      seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, module_key TEXT NOT NULL, job TEXT NOT NULL, body TEXT NOT NULL,
      lane TEXT, lane_limit INTEGER, delay_seconds INTEGER, depth INTEGER NOT NULL,
      sent_at INTEGER NOT NULL, due_at INTEGER NOT NULL, tries INTEGER NOT NULL DEFAULT 0, retry TEXT,
      state TEXT NOT NULL DEFAULT 'waiting');
    CREATE INDEX IF NOT EXISTS delivery_due ON delivery (state, due_at, seq);
    CREATE INDEX IF NOT EXISTS delivery_job ON delivery (job);
    CREATE TABLE IF NOT EXISTS schedule (key TEXT PRIMARY KEY, next_at INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS web_trigger (id TEXT PRIMARY KEY, module_key TEXT NOT NULL) WITHOUT ROWID;`);
  return state;
}

/** The value of a name, made and kept on first use. */
export function settle(state: State, name: string, make: () => string = randomUUID): string {
  state.prepare("INSERT OR IGNORE INTO setting VALUES (?, ?)").run(name, make());
  return String(state.prepare("SELECT value FROM setting WHERE name = ?").get(name)?.["value"]);
}
