import { z } from "zod";
import type { Clock } from "../../wire/clock";
import { kvs as limits } from "../limits";
import type { State } from "../state";
import type { Field, Keyed, Written } from "./record";

const row = z.object({
  key: z.string(),
  value: z.string(),
  created_at: z.number(),
  updated_at: z.number(),
  expires_at: z.number().nullable(),
});

export type Row = z.infer<typeof row>;

export type Rows = ReturnType<typeof createRows>;

/** Plain values and secrets live in two spaces and never meet. */
export function createRows(state: State, clock: Clock) {
  const live = "(expires_at IS NULL OR expires_at > ?)";
  const find = state.prepare(`SELECT * FROM kvs WHERE space = ? AND key = ? AND ${live}`);
  const any = state.prepare("SELECT 1 FROM kvs WHERE space = ? AND key = ?");
  const sweep = state.prepare("DELETE FROM kvs WHERE expires_at < ?");
  const list = state.prepare(
    `SELECT * FROM kvs WHERE space = ? AND ${live} AND key > ? AND substr(key, 1, length(?)) = ? ORDER BY key LIMIT ?`,
  );
  const put = state.prepare(
    `INSERT INTO kvs VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE
     SET value = excluded.value, updated_at = excluded.updated_at, expires_at = excluded.expires_at`,
  );
  const drop = state.prepare("DELETE FROM kvs WHERE space = ? AND key = ?");
  return {
    get(space: string, key: string): Row | null {
      const found = find.get(space, key, clock.now());
      return found === undefined ? null : row.parse(found);
    },
    /** Whether the key is taken, though its value may have expired. */
    holds(space: string, key: string): boolean {
      sweep.run(clock.now() - limits.sweepAfterMs);
      return any.get(space, key) !== undefined;
    },
    set(space: string, { key, value, options }: Written): void {
      const now = clock.now();
      put.run(space, key, JSON.stringify(value), now, now, options?.ttl === undefined ? null : now + options.ttl);
    },
    delete: (space: string, { key }: Pick<Keyed, "key">) => void drop.run(space, key),
    page: (space: string, { after, prefix, limit }: { after: string; prefix: string; limit: number }) =>
      list.all(space, clock.now(), after, prefix, prefix, limit).map((found) => row.parse(found)),
  };
}

const names = { CREATED_AT: "createdAt", UPDATED_AT: "updatedAt", EXPIRE_TIME: "expireTime" } as const;

export function shown(found: Row, fields: readonly Field[] = []): Record<string, unknown> {
  const times = { createdAt: found.created_at, updatedAt: found.updated_at, expireTime: found.expires_at };
  const asked = fields.map((field) => [names[field], times[names[field]]] as const).filter(([, time]) => time !== null);
  return { key: found.key, value: JSON.parse(found.value), ...Object.fromEntries(asked) };
}
