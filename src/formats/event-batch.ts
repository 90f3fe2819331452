import { batchEnvelope, triggerReading, usageEvent } from "#contract/usage-event";
import type { TriggerReading, UsageEvent } from "#contract/usage-event";
import Papa from "papaparse";
import { z } from "zod";
import { plainEvent } from "./plain-event";

export interface BadLine {
  readonly line: number;
  readonly reason: string;
}

export interface EventBatch {
  readonly events: readonly { readonly line: number; readonly event: UsageEvent }[];
  /** What systems have read off for the triggers of rollbacks. */
  readonly readings: readonly { readonly line: number; readonly reading: TriggerReading }[];
  readonly bad: readonly BadLine[];
  /** Up to when the batch says it is complete; null where it does not say. */
  readonly completeTo: number | null;
}

/** Of a batch that is wholly broken, the first so many lines are enough to see why. */
const mostBadLines = 100;

/** What a line without its own value has: a list of tickets need not say on each line that it is one. */
export type Assumed = Partial<Pick<UsageEvent, "plan" | "kind">>;

/** Reads NDJSON, a JSON array or CSV with the same columns. Line numbers count from 1 as an editor shows them. */
export function readEventBatch(text: string, assumed: Assumed = {}): EventBatch {
  const body = text.replace(/^\uFEFF/, "");
  const first = body.trimStart()[0];
  if (first === undefined) return refusedWhole("The body is empty.");
  if (first === "[") return readArray(body, assumed);
  const enveloped = /^\s*\{[^{}]*"events"\s*:/.test(body) ? readEnveloped(body, assumed) : null;
  if (enveloped !== null) return enveloped;
  return first === "{" ? readLines(body, assumed) : readCsv(body, assumed);
}

function refusedWhole(reason: string): EventBatch {
  return { events: [], readings: [], bad: [{ line: 1, reason }], completeTo: null };
}

function readArray(body: string, assumed: Assumed): EventBatch {
  let rows: unknown;
  try {
    rows = JSON.parse(body);
  } catch (error) {
    return refusedWhole(`This is not JSON: ${error instanceof Error ? error.message : "unreadable"}.`);
  }
  return readRows(z.array(z.unknown()).parse(rows), assumed);
}

/** `{ "schema": 1, "completeTo": …, "events": […] }` in one JSON document. */
function readEnveloped(body: string, assumed: Assumed): EventBatch | null {
  let document: unknown;
  try {
    document = JSON.parse(body);
  } catch {
    return null;
  }
  const read = batchEnvelope.extend({ events: z.array(z.unknown()) }).safeParse(document);
  if (!read.success) return refusedWhole(oneLine(read.error));
  return { ...readRows(read.data.events, assumed), completeTo: instantIn(read.data.completeTo) };
}

function readRows(rows: readonly unknown[], assumed: Assumed): EventBatch {
  const reading = startReading(assumed);
  rows.forEach((row, index) => reading.take(index + 1, row));
  return reading;
}

function instantIn(text: string | null): number | null {
  return text === null ? null : Date.parse(text);
}

function oneLine(error: z.ZodError): string {
  return z.prettifyError(error).replaceAll("\n", " ");
}

function readLines(body: string, assumed: Assumed): EventBatch {
  const reading = startReading(assumed);
  const lines = body.split("\n");
  for (let at = 0; at < lines.length; at += 1) {
    const text = lines[at] ?? "";
    if (isBlank(text)) continue;
    let row: unknown;
    try {
      row = JSON.parse(text);
    } catch {
      reading.refuse(at + 1, "This line is not JSON.");
      continue;
    }
    if (isEnvelope(row)) reading.envelope(at + 1, row);
    else reading.take(at + 1, row);
  }
  return reading;
}

function isEnvelope(row: unknown): boolean {
  return typeof row === "object" && row !== null && !("kind" in row) && ("completeTo" in row || "schema" in row);
}

/** A line ends with a carriage return in half of the world's files; only such lines are worth trimming. */
function isBlank(text: string): boolean {
  return text === "" || (text.length < 80 && text.trim() === "");
}

function readCsv(body: string, assumed: Assumed): EventBatch {
  const { data } = Papa.parse<Record<string, string>>(body, {
    header: true,
    skipEmptyLines: true,
    transformHeader: (name) => name.trim(),
  });
  const reading = startReading(assumed);
  data.forEach((row, index) => reading.take(index + 2, fromCells(row)));
  return reading;
}

function fromCells(row: Record<string, string>): unknown {
  const { assisted, ...rest } = row;
  const said = (assisted ?? "").trim().toLowerCase();
  const filled = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== ""));
  return { ...filled, ...(said === "" ? {} : { assisted: said === "true" || said === "1" || said === "yes" }) };
}

function isReading(row: unknown): boolean {
  return typeof row === "object" && row !== null && "kind" in row && row.kind === "reading";
}

interface Reading extends EventBatch {
  completeTo: number | null;
  take(line: number, row: unknown): void;
  envelope(line: number, row: unknown): void;
  refuse(line: number, reason: string): void;
}

function startReading(assumed: Assumed): Reading {
  const events: { line: number; event: UsageEvent }[] = [];
  const readings: { line: number; reading: TriggerReading }[] = [];
  const bad: BadLine[] = [];
  const isWhole = assumed.plan === undefined && assumed.kind === undefined;
  const refuse = (line: number, reason: string): void => {
    if (bad.length < mostBadLines) bad.push({ line, reason });
  };
  return {
    events,
    readings,
    bad,
    completeTo: null,
    refuse,
    envelope(line, row) {
      const read = batchEnvelope.safeParse(row);
      if (read.success) this.completeTo = instantIn(read.data.completeTo);
      else refuse(line, oneLine(read.error));
    },
    take(line, row) {
      const whole = isWhole || typeof row !== "object" ? row : { ...assumed, ...row };
      const plain = plainEvent(whole);
      if (plain !== null) {
        events.push({ line, event: plain });
        return;
      }
      if (isReading(whole)) {
        const read = triggerReading.safeParse(whole);
        if (read.success) readings.push({ line, reading: read.data });
        else refuse(line, oneLine(read.error));
        return;
      }
      const parsed = usageEvent.safeParse(whole);
      if (parsed.success) events.push({ line, event: parsed.data });
      else refuse(line, oneLine(parsed.error));
    },
  };
}
