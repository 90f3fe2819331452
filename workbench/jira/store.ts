import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Records } from "./records";
import { createTable, type Row, type Table } from "./table";

export type Kind = keyof Records;

export interface Collection<T> {
  get(id: string): T | null;
  put(record: T): T;
  delete(id: string): void;
  all(): readonly T[];
  find(test: (record: T) => boolean): T | null;
  /** The records that hold `value` in `field`, by an index. */
  where<K extends keyof T & string>(field: K, value: T[K]): readonly T[];
  nextId(): string;
}

/** One unit of work on the shared records. Its writes are seen at once and reach the disk together, or not at all. */
export interface Store {
  collection<K extends Kind>(kind: K): Collection<Records[K]>;
  commit(): void;
  /** Takes back every write since the last commit. */
  rollback(): void;
}

export interface Database {
  begin(): Store;
  close(): void;
}

/** Ids begin here, as on a real site, so that nobody mistakes one for an index. */
const firstId = 10_000;

/** Keeps every record in memory and on disk (`jira.sqlite` in the folder); null keeps it in memory alone. */
export function openDatabase(stateDir: string | null): Database {
  if (stateDir !== null) mkdirSync(stateDir, { recursive: true });
  const disk = new DatabaseSync(stateDir === null ? ":memory:" : join(stateDir, "jira.sqlite"));
  disk.exec("pragma journal_mode = wal; pragma synchronous = normal");
  disk.exec("create table if not exists record(kind text, id text, json text, primary key(kind, id))");
  const tables = new Map<string, Table<Row>>();
  const table = (kind: string): Table<Row> => {
    const known = tables.get(kind) ?? createTable<Row>();
    tables.set(kind, known);
    return known;
  };
  for (const row of disk.prepare("select kind, json from record order by rowid").iterate()) {
    table(String(row["kind"])).put(JSON.parse(String(row["json"])));
  }
  return { begin: () => beginUnit(disk, table), close: () => disk.close() };
}

type Touched = Map<string, Map<string, Row | undefined>>;

function beginUnit(disk: DatabaseSync, table: (kind: string) => Table<Row>): Store {
  const touched: Touched = new Map();
  const touch = (kind: string, id: string): void => {
    const known = touched.get(kind) ?? new Map<string, Row | undefined>();
    touched.set(kind, known);
    if (!known.has(id)) known.set(id, table(kind).get(id));
  };
  return {
    collection: (kind) => collection(kind, table, touch),
    commit() {
      if (touched.size > 0) writeAll(disk, table, touched);
      touched.clear();
    },
    rollback() {
      for (const [kind, befores] of touched) {
        for (const [id, before] of befores) table(kind).restore(id, before);
      }
      touched.clear();
    },
  };
}

function collection<K extends Kind>(
  kind: K,
  table: (kind: string) => Table<Row>,
  touch: (kind: string, id: string) => void,
): Collection<Records[K]> {
  // The one place where stored JSON gets its type back: the table of a kind only ever holds records of that kind.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const rows = table(kind) as Table<Records[K]>;
  return {
    get: (id) => rows.get(id) ?? null,
    put(record) {
      touch(kind, record.id);
      return rows.put(record);
    },
    delete(id) {
      touch(kind, id);
      rows.restore(id, undefined);
    },
    all: () => rows.all(),
    find: (test) => rows.all().find(test) ?? null,
    where: (field, value) => rows.where(field, value),
    nextId() {
      const sequences = collection("sequence", table, touch);
      const last = (sequences.get(kind)?.last ?? firstId - 1) + 1;
      return String(sequences.put({ id: kind, last }).last);
    },
  };
}

function writeAll(disk: DatabaseSync, table: (kind: string) => Table<Row>, touched: Touched): void {
  const put = disk.prepare("insert into record values(?, ?, ?) on conflict do update set json = excluded.json");
  const remove = disk.prepare("delete from record where kind = ? and id = ?");
  disk.exec("begin");
  for (const [kind, befores] of touched) {
    for (const id of befores.keys()) {
      const record = table(kind).get(id);
      if (record === undefined) remove.run(kind, id);
      else put.run(kind, id, JSON.stringify(record));
    }
  }
  disk.exec("commit");
}
