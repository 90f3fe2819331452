import { usageEvent } from "#contract/usage-event";
import type { UsageEvent } from "#contract/usage-event";
import Papa from "papaparse";
import { z } from "zod";

export interface BadLine {
  readonly line: number;
  readonly reason: string;
}

export interface EventBatch {
  readonly events: readonly { readonly line: number; readonly event: UsageEvent }[];
  readonly bad: readonly BadLine[];
}

/** Of a batch that is wholly broken, the first so many lines are enough to see why. */
const mostBadLines = 100;

/** Reads NDJSON, a JSON array or CSV with the same columns. Line numbers count from 1 as an editor shows them. */
export function readEventBatch(text: string): EventBatch {
  const body = text.replace(/^\uFEFF/, "");
  const first = body.trimStart()[0];
  if (first === undefined) return { events: [], bad: [{ line: 1, reason: "The body is empty." }] };
  if (first === "[") return readArray(body);
  return first === "{" ? readLines(body) : readCsv(body);
}

function readArray(body: string): EventBatch {
  let rows: unknown;
  try {
    rows = JSON.parse(body);
  } catch (error) {
    return { events: [], bad: [{ line: 1, reason: `This is not JSON: ${error instanceof Error ? error.message : "unreadable"}.` }] };
  }
  if (!Array.isArray(rows)) return { events: [], bad: [{ line: 1, reason: "A JSON body is an array of events." }] };
  return collect(rows.map((row: unknown, index) => ({ line: index + 1, read: () => row })));
}

function readLines(body: string): EventBatch {
  const lines = body.split("\n").map((text, index) => ({ line: index + 1, text: text.trim() }));
  return collect(
    lines.filter(({ text }) => text !== "").map(({ line, text }) => ({ line, read: (): unknown => JSON.parse(text) })),
  );
}

function readCsv(body: string): EventBatch {
  const { data } = Papa.parse<Record<string, string>>(body, { header: true, skipEmptyLines: true, transformHeader: (name) => name.trim() });
  return collect(data.map((row, index) => ({ line: index + 2, read: () => fromCells(row) })));
}

function fromCells(row: Record<string, string>): unknown {
  const { assisted, ...rest } = row;
  const said = (assisted ?? "").trim().toLowerCase();
  const filled = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== ""));
  return { ...filled, ...(said === "" ? {} : { assisted: said === "true" || said === "1" || said === "yes" }) };
}

function collect(rows: readonly { readonly line: number; readonly read: () => unknown }[]): EventBatch {
  const events: { line: number; event: UsageEvent }[] = [];
  const bad: BadLine[] = [];
  for (const { line, read } of rows) {
    const outcome = readOne(read);
    if (outcome.success) events.push({ line, event: outcome.data });
    else if (bad.length < mostBadLines) bad.push({ line, reason: outcome.reason });
  }
  return { events, bad };
}

function readOne(read: () => unknown): { success: true; data: UsageEvent } | { success: false; reason: string } {
  let row: unknown;
  try {
    row = read();
  } catch {
    return { success: false, reason: "This line is not JSON." };
  }
  const parsed = usageEvent.safeParse(row);
  return parsed.success ? parsed : { success: false, reason: z.prettifyError(parsed.error).replaceAll("\n", " ") };
}
