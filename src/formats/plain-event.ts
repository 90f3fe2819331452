import type { UsageEvent } from "#contract/usage-event";
import { ticketCategories } from "#domain/adoption/ticket-category";

const kinds: ReadonlySet<unknown> = new Set(["access", "login", "transaction", "reversal", "left", "ticket"]);
const categories: ReadonlySet<unknown> = new Set(ticketCategories);
const keys: ReadonlySet<string> = new Set([
  "id",
  "plan",
  "person",
  "at",
  "kind",
  "process",
  "assisted",
  "environment",
  "channel",
  "category",
]);
/** Days beyond the 28th are left to the schema, which knows how long each month is. */
const plainInstant = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?Z$/;

/**
 * Most lines of most batches are plain, and a general schema costs four times the reading itself. What is plain here is what the
 * schema takes, word for word; about everything else, null: the schema is asked, and says what is wrong with it.
 */
export function plainEvent(row: unknown): UsageEvent | null {
  if (typeof row !== "object" || row === null) return null;
  for (const key in row) if (!keys.has(key)) return null;
  const { id, plan, person, at, kind, process = "", assisted = false }: Loose = row;
  const { environment = "production", channel = "person", category }: Loose = row;
  if (!isText(id, 64) || !isText(plan, 64) || !isText(person, 200) || !isKind(kind)) return null;
  if (typeof at !== "string" || !plainInstant.test(at)) return null;
  if (typeof process !== "string" || process.length > 64 || typeof assisted !== "boolean") return null;
  if (typeof environment !== "string" || environment.length > 32 || !isChannel(channel)) return null;
  const plain = { id, plan, person, at, kind, process, assisted, environment, channel };
  if (category === undefined) return plain;
  return kind === "ticket" && isCategory(category) ? { ...plain, category } : null;
}

type Loose = { readonly [K in keyof UsageEvent]?: unknown };

function isText(value: unknown, most: number): value is string {
  return typeof value === "string" && value.length > 0 && value.length <= most;
}

function isKind(value: unknown): value is UsageEvent["kind"] {
  return kinds.has(value);
}

function isCategory(value: unknown): value is NonNullable<UsageEvent["category"]> {
  return categories.has(value);
}

function isChannel(value: unknown): value is UsageEvent["channel"] {
  return value === "person" || value === "service";
}
