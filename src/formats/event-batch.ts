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

/** What a line without its own value has: a list of tickets need not say on each line that it is one. */
export type Assumed = Partial<Pick<UsageEvent, "plan" | "kind">>;

/** Reads NDJSON, a JSON array or CSV with the same columns. Line numbers count from 1 as an editor shows them. */
export function readEventBatch(text: string, assumed: Assumed = {}): EventBatch {
  const body = text.replace(/^\uFEFF/, "");
  const first = body.trimStart()[0];
  if (first === undefined) return { events: [], bad: [{ line: 1, reason: "The body is empty." }] };
  if (first === "[") return readArray(body, assumed);
  return first === "{" ? readLines(body, assumed) : readCsv(body, assumed);
}

function readArray(body: string, assumed: Assumed): EventBatch {
  let rows: unknown;
  try {
    rows = JSON.parse(body);
  } catch (error) {
    return {
      events: [],
      bad: [{ line: 1, reason: `This is not JSON: ${error instanceof Error ? error.message : "unreadable"}.` }],
    };
  }
  if (!Array.isArray(rows)) return { events: [], bad: [{ line: 1, reason: "A JSON body is an array of events." }] };
  return collect(
    rows.map((row: unknown, index) => ({ line: index + 1, read: () => row })),
    assumed,
  );
}

function readLines(body: string, assumed: Assumed): EventBatch {
  const lines = body.split("\n").map((text, index) => ({ line: index + 1, text: text.trim() }));
  return collect(
    lines.filter(({ text }) => text !== "").map(({ line, text }) => ({ line, read: (): unknown => JSON.parse(text) })),
    assumed,
  );
}

function readCsv(body: string, assumed: Assumed): EventBatch {
  const { data } = Papa.parse<Record<string, string>>(body, {
    header: true,
    skipEmptyLines: true,
    transformHeader: (name) => name.trim(),
  });
  return collect(
    data.map((row, index) => ({ line: index + 2, read: () => fromCells(row) })),
    assumed,
  );
}

function fromCells(row: Record<string, string>): unknown {
  const { assisted, ...rest } = row;
  const said = (assisted ?? "").trim().toLowerCase();
  const filled = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== ""));
  return { ...filled, ...(said === "" ? {} : { assisted: said === "true" || said === "1" || said === "yes" }) };
}

function collect(
  rows: readonly { readonly line: number; readonly read: () => unknown }[],
  assumed: Assumed,
): EventBatch {
  const events: { line: number; event: UsageEvent }[] = [];
  const bad: BadLine[] = [];
  for (const { line, read } of rows) {
    const outcome = readOne(read, assumed);
    if (outcome.success) events.push({ line, event: outcome.data });
    else if (bad.length < mostBadLines) bad.push({ line, reason: outcome.reason });
  }
  return { events, bad };
}

function readOne(
  read: () => unknown,
  assumed: Assumed,
): { success: true; data: UsageEvent } | { success: false; reason: string } {
  let row: unknown;
  try {
    row = read();
  } catch {
    return { success: false, reason: "This line is not JSON." };
  }
  const parsed = usageEvent.safeParse(withAssumed(row, assumed));
  return parsed.success ? parsed : { success: false, reason: z.prettifyError(parsed.error).replaceAll("\n", " ") };
}

function withAssumed(row: unknown, assumed: Assumed): unknown {
  const isWhole = assumed.plan === undefined && assumed.kind === undefined;
  return isWhole || typeof row !== "object" ? row : { ...assumed, ...row };
}
