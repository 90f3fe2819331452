export interface Row {
  readonly id: string;
}

/** The records of one kind, in the order they came, with an index for each field that was ever asked by. */
export interface Table<T extends Row> {
  get(id: string): T | undefined;
  put(record: T): T;
  /** Puts back an earlier state; undefined removes. */
  restore(id: string, before: T | undefined): void;
  all(): readonly T[];
  where<K extends keyof T & string>(field: K, value: T[K]): readonly T[];
}

export function createTable<T extends Row>(): Table<T> {
  const rows = new Map<string, T>();
  const indexes = new Map<keyof T, Map<unknown, Map<string, T>>>();
  let list: readonly T[] | null = null;
  const set = (id: string, after: T | undefined): void => {
    const before = rows.get(id);
    for (const [field, index] of indexes) {
      if (before !== undefined) index.get(before[field])?.delete(id);
      if (after !== undefined) entry(index, after[field]).set(id, after);
    }
    if (after === undefined) rows.delete(id);
    else rows.set(id, after);
    list = null;
  };
  const indexOf = (field: keyof T): Map<unknown, Map<string, T>> => {
    const known = indexes.get(field);
    if (known !== undefined) return known;
    const index = new Map<unknown, Map<string, T>>();
    for (const [id, row] of rows) entry(index, row[field]).set(id, row);
    indexes.set(field, index);
    return index;
  };
  return {
    get: (id) => rows.get(id),
    put(record) {
      set(record.id, record);
      return record;
    },
    restore: set,
    all: () => (list ??= [...rows.values()]),
    where: (field, value) => [...(indexOf(field).get(value)?.values() ?? [])],
  };
}

function entry<K, V>(index: Map<K, Map<string, V>>, key: K): Map<string, V> {
  const known = index.get(key) ?? new Map<string, V>();
  index.set(key, known);
  return known;
}
