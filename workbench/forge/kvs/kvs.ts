import { z } from "zod";
import type { HttpAnswer, HttpRequest } from "../../wire/wire";
import type { Clock } from "../../wire/clock";
import { empty, json } from "../answers";
import { kvs as limits } from "../limits";
import { createRate } from "../rate";
import type { State } from "../state";
import { keyed, written } from "./record";
import type { Written } from "./record";
import { createRows, shown } from "./rows";
import type { Rows } from "./rows";

type Route = (rows: Rows, body: unknown) => HttpAnswer;

const routes: Readonly<Record<string, Route>> = {
  get: (rows, body) => get(rows, "plain", body),
  set: (rows, body) => set(rows, "plain", body),
  delete: (rows, body) => remove(rows, "plain", body),
  "secret/get": (rows, body) => get(rows, "secret", body),
  "secret/set": (rows, body) => set(rows, "secret", body),
  "secret/delete": (rows, body) => remove(rows, "secret", body),
  query,
  "batch/get": (rows, body) =>
    batch(z.array(keyed).parse(body), ({ key, options }) => {
      const found = rows.get("plain", key);
      return found === null ? missing(key) : shown(found, options?.metadataFields);
    }),
  "batch/set": (rows, body) =>
    batch(
      z.array(written).parse(body),
      (item) => conflict(rows, "plain", item) ?? (rows.set("plain", item), { key: item.key }),
    ),
  "batch/delete": (rows, body) =>
    batch(z.array(keyed).parse(body), (item) => (rows.delete("plain", item), { key: item.key })),
};

/** The key-value store as `@forge/kvs` calls it. Custom entities are refused by name: this product keeps none. */
export function createKvs(state: State, clock: Clock): (request: HttpRequest) => HttpAnswer {
  const rows = createRows(state, clock);
  const rate = createRate(clock, limits.requests);
  return ({ path, body }) => {
    const name = path.replace(/^\/api\/v1\//, "");
    if (!rate.take(1)) return problem(429, "RATE_LIMIT_EXCEEDED", "More than 1,000 requests in a second.");
    const sent: unknown = JSON.parse(body ?? "null");
    const entity = entityIn(sent);
    if (entity !== null)
      return problem(501, "NOT_PLAYED_BY_THE_WORKBENCH", `The workbench keeps no custom entity "${entity}".`);
    try {
      if (name === "transaction") return transact(state, rows, sent);
      return (
        routes[name]?.(rows, sent) ??
        problem(501, "NOT_PLAYED_BY_THE_WORKBENCH", `The workbench does not play the store's ${path}.`)
      );
    } catch (error) {
      if (error instanceof z.ZodError) return problem(400, "BAD_REQUEST", z.prettifyError(error));
      throw error;
    }
  };
}

function problem(status: number, code: string, message: string): HttpAnswer {
  return json(status, { code, message });
}

function entityIn(sent: unknown): string | null {
  const named = z.object({ entityName: z.string() });
  const many = z.object({ set: z.unknown(), delete: z.unknown(), check: z.unknown() }).partial();
  const items = z.array(z.unknown()).safeParse(sent).data ?? Object.values(many.safeParse(sent).data ?? {}).flat();
  for (const item of [sent, ...items]) {
    const found = named.safeParse(item);
    if (found.success) return found.data.entityName;
  }
  return null;
}

function get(rows: Rows, space: string, body: unknown): HttpAnswer {
  const { key, options } = keyed.parse(body);
  const found = rows.get(space, key);
  return found === null ? json(404, missing(key).error) : json(200, shown(found, options?.metadataFields));
}

function missing(key: string): Failure {
  return { error: { code: "KEY_NOT_FOUND", message: `The key ${key} was not found.` } };
}

function set(rows: Rows, space: string, body: unknown): HttpAnswer {
  const item = written.parse(body);
  const clash = conflict(rows, space, item);
  if (clash !== null) return json(409, clash.error);
  const before = rows.get(space, item.key);
  rows.set(space, item);
  const { returnValue, returnMetadataFields } = item.options ?? {};
  if (returnValue === undefined) return empty(204);
  const found = returnValue === "PREVIOUS" ? before : rows.get(space, item.key);
  return json(200, found === null ? { key: item.key } : shown(found, returnMetadataFields));
}

interface Failure {
  readonly error: { readonly code: string; readonly message: string };
}

function conflict(rows: Rows, space: string, { key, options }: Written): Failure | null {
  if (options?.keyPolicy !== "FAIL_IF_EXISTS" || !rows.holds(space, key)) return null;
  return { error: { code: "KEY_CONFLICT", message: `The key ${key} already exists.` } };
}

function remove(rows: Rows, space: string, body: unknown): HttpAnswer {
  rows.delete(space, keyed.parse(body));
  return empty(204);
}

const startsWith = z.object({
  property: z.literal("key"),
  condition: z.literal("BEGINS_WITH"),
  values: z.tuple([z.string()]),
});
const queried = z.object({
  limit: z.number().int().min(1).max(limits.pageMost).default(limits.pageDefault),
  after: z.string().optional(),
  where: z.array(startsWith).max(1).default([]),
  options: keyed.shape.options,
});

function query(rows: Rows, body: unknown): HttpAnswer {
  const { limit, after, where, options } = queried.parse(body);
  const from = after === undefined ? "" : Buffer.from(after, "base64url").toString();
  const found = rows.page("plain", { after: from, prefix: where[0]?.values[0] ?? "", limit: limit + 1 });
  const page = found.slice(0, limit);
  const cursor = found.length > limit ? { cursor: Buffer.from(page.at(-1)?.key ?? "").toString("base64url") } : {};
  return json(200, { data: page.map((each) => shown(each, options?.metadataFields)), ...cursor });
}

function batch<Item extends { readonly key: string }>(items: readonly Item[], run: (item: Item) => object): HttpAnswer {
  if (items.length > limits.batchKeys)
    return problem(400, "BAD_REQUEST", `A batch holds at most ${limits.batchKeys} keys.`);
  const answers = items.map((item) => ({ key: item.key, ...run(item) }));
  return json(200, {
    successfulKeys: answers.filter((each) => !("error" in each)),
    failedKeys: answers.filter((each) => "error" in each),
  });
}

const transaction = z.object({ set: z.array(written).default([]), delete: z.array(keyed).default([]) });

function transact(state: State, rows: Rows, body: unknown): HttpAnswer {
  const { set: sets, delete: deletes } = transaction.parse(body);
  const keys = [...sets, ...deletes].map((item) => item.key);
  if (keys.length > limits.transactionOperations)
    return problem(400, "BAD_REQUEST", "A transaction holds at most 25 operations.");
  if (new Set(keys).size < keys.length) return problem(400, "BAD_REQUEST", "A transaction may name a key only once.");
  if (Buffer.byteLength(JSON.stringify(sets)) > limits.transactionBytes) {
    return problem(400, "BAD_REQUEST", "A transaction holds at most 4 MB.");
  }
  const clash = sets.map((item) => conflict(rows, "plain", item)).find((each) => each !== null);
  if (clash !== undefined) return json(409, clash.error);
  state.exec("BEGIN");
  for (const item of sets) rows.set("plain", item);
  for (const item of deletes) rows.delete("plain", item);
  state.exec("COMMIT");
  return empty(204);
}
