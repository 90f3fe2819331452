import type { DatabaseSync, SQLOutputValue } from "node:sqlite";
import { z } from "zod";
import type { Clock } from "../../wire/clock";

const text = z.union([z.string(), z.number(), z.bigint()]).transform(String);

/** MySQL's functions that SQLite lacks, or gives another meaning. */
export function registerFunctions(database: DatabaseSync, clock: Clock): void {
  const fixed = { deterministic: true };
  database.function("my_now", () => new Date(clock.now()).toISOString().slice(0, 19).replace("T", " "));
  database.function("my_concat", { ...fixed, varargs: true }, (...parts) =>
    parts.includes(null) ? null : parts.map(String).join(""),
  );
  database.function("my_hex", fixed, hex);
  database.function("from_base64", fixed, (value) =>
    value === null ? null : Buffer.from(text.parse(value), "base64"),
  );
  database.function("to_base64", fixed, (value) => (value === null ? null : bytes(value).toString("base64")));
  database.function("my_json_extract", fixed, (value, path) =>
    value === null ? null : extract(text.parse(value), text.parse(path)),
  );
  database.function("json_unquote", fixed, (value) => (value === null ? null : unquote(text.parse(value))));
  database.aggregate("bit_or", {
    start: 0n,
    useBigIntArguments: true,
    step: (bits: bigint, value: unknown) => bits | z.bigint().parse(value ?? 0n),
  });
}

function bytes(value: SQLOutputValue): Buffer {
  return value instanceof Uint8Array ? Buffer.from(value) : Buffer.from(text.parse(value));
}

function hex(value: SQLOutputValue): string | null {
  if (value === null) return null;
  return typeof value === "number" ? value.toString(16).toUpperCase() : bytes(value).toString("hex").toUpperCase();
}

/** Paths of names and positions only, such as `$.steps[0].id`. */
function extract(document: string, path: string): string | null {
  let found: unknown = JSON.parse(document);
  for (const part of path.matchAll(/\.([A-Za-z_]\w*)|\[(\d+)\]/g)) {
    const inside = z.union([z.array(z.unknown()), z.record(z.string(), z.unknown())]).safeParse(found);
    found = inside.success ? Object.entries(inside.data).find(([key]) => key === (part[1] ?? part[2]))?.[1] : undefined;
  }
  return found === undefined ? null : JSON.stringify(found);
}

function unquote(json: string): string {
  return json.startsWith('"') ? z.string().parse(JSON.parse(json)) : json;
}
