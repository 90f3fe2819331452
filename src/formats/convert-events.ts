import { usageEvent } from "#contract/usage-event";
import type { UsageEvent } from "#contract/usage-event";
import { categoryIn } from "#domain/adoption/ticket-words";
import Papa from "papaparse";
import { z } from "zod";
import type { BadLine } from "./event-batch";
import type { EventColumns, EventField, FieldSource } from "./event-columns";
import { eventRows } from "./event-rows";
import type { EventRow } from "./event-rows";
import { readEventTime } from "./event-time";
import { plainEvent } from "./plain-event";

export interface Conversion {
  readonly columns: EventColumns;
  readonly plan: string;
  /** Of times that name no zone. */
  readonly zone: string;
}

export interface ReadEvents {
  readonly events: readonly { readonly line: number; readonly event: UsageEvent }[];
  readonly bad: readonly BadLine[];
  readonly unread: UnreadWords;
}

/** Tickets whose word for what they were about says nothing here, and some of these words. */
export interface UnreadWords {
  readonly tickets: number;
  readonly words: readonly string[];
}

const mostWords = 5;

export function addUnread(one: UnreadWords, other: UnreadWords): UnreadWords {
  const words = [...new Set([...one.words, ...other.words])].slice(0, mostWords);
  return { tickets: one.tickets + other.tickets, words };
}

/** The events of a file whose columns mean what the person said they mean. */
export function convertEvents(text: string, conversion: Conversion): ReadEvents {
  const { rows, bad: broken } = eventRows(text);
  const events: { line: number; event: UsageEvent }[] = [];
  const bad: BadLine[] = [...broken];
  let unread: UnreadWords = { tickets: 0, words: [] };
  for (const row of rows) {
    const read = convert(row, conversion);
    if (typeof read === "string") {
      bad.push({ line: row.line, reason: read });
      continue;
    }
    events.push({ line: row.line, event: read });
    const word = textIn(row, conversion.columns.category);
    const isUnread = read.kind === "ticket" && read.category === undefined && word !== "";
    if (isUnread) unread = addUnread(unread, { tickets: 1, words: [word] });
  }
  return { events, bad: bad.toSorted((a, b) => a.line - b.line), unread };
}

/** In the columns a source sends: the shortest form in which a call carries them. */
export function eventsCsv(events: readonly UsageEvent[]): string {
  const fields = ["id", "person", "at", "kind", "process", "assisted", "environment", "channel", "category"] as const;
  return Papa.unparse({ fields: [...fields], data: events.map((event) => fields.map((field) => event[field])) });
}

/** The event, or why there is none. */
function convert(row: EventRow, { columns, plan, zone }: Conversion): UsageEvent | string {
  const text = (field: EventField): string => textIn(row, columns[field]);
  const [person, kind, process] = [text("person"), text("kind").toLowerCase(), text("process")];
  if (person === "") return "Nobody is named.";
  const at = readEventTime(text("at"), zone);
  if (at === null) return `“${text("at")}” is no time such as 2026-11-20 09:12.`;
  const [environment, channel] = [text("environment").toLowerCase(), text("channel").toLowerCase()];
  const category = kind === "ticket" ? categoryIn(text("category")) : null;
  const event = {
    id: text("id") || nameOf([person, at, kind, process]),
    plan,
    person,
    at,
    kind,
    ...(process === "" ? {} : { process }),
    ...(/^(?:true|1|yes|y)$/i.test(text("assisted")) ? { assisted: true } : {}),
    ...(environment === "" ? {} : { environment }),
    ...(channel === "" ? {} : { channel }),
    ...(category === null ? {} : { category }),
  };
  const plain = plainEvent(event);
  if (plain !== null) return plain;
  const parsed = usageEvent.safeParse(event);
  return parsed.success ? parsed.data : z.prettifyError(parsed.error).replaceAll("\n", " ");
}

function textIn({ cells }: EventRow, source: FieldSource): string {
  if (source.kind === "none") return "";
  const value = source.kind === "always" ? source.value : cells[source.column];
  if (typeof value === "string") return value.trim();
  return value === null || value === undefined ? "" : JSON.stringify(value);
}

/** A line without an id is named by what it says, so that the same file sent again is the same events (FNV-1a, twice 32 bits). */
function nameOf(parts: readonly string[]): string {
  const text = parts.join("\n");
  return `line-${fnv(text, 0x811c9dc5)}${fnv(text, 0x01000193)}`;
}

function fnv(text: string, seed: number): string {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}
