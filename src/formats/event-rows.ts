import Papa from "papaparse";
import type { BadLine } from "./event-batch";

export interface EventRow {
  /** Counted from 1, as an editor shows it. */
  readonly line: number;
  readonly cells: Readonly<Record<string, unknown>>;
}

export interface EventRows {
  readonly form: "csv" | "ndjson";
  readonly columns: readonly string[];
  readonly rows: readonly EventRow[];
  readonly bad: readonly BadLine[];
}

/** The rows of a file of events under whatever names its columns have; what they mean is another question. */
export function eventRows(text: string): EventRows {
  const body = text.replace(/^\uFEFF/, "");
  return body.trimStart().startsWith("{") ? jsonRows(body) : csvRows(body);
}

function jsonRows(body: string): EventRows {
  const rows: EventRow[] = [];
  const bad: BadLine[] = [];
  const columns = new Set<string>();
  body.split("\n").forEach((text, at) => {
    if (text.trim() === "") return;
    const cells = objectOf(text);
    if (cells === null) {
      bad.push({ line: at + 1, reason: "This line is not a JSON object." });
      return;
    }
    for (const name in cells) columns.add(name);
    rows.push({ line: at + 1, cells });
  });
  return { form: "ndjson", columns: [...columns], rows, bad };
}

function objectOf(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}

function csvRows(body: string): EventRows {
  const { data } = Papa.parse<string[]>(body, { skipEmptyLines: false });
  const [heading = [], ...others] = data;
  const columns = heading.map((name) => name.trim());
  const rows: EventRow[] = [];
  let line = 1 + breaksIn(heading);
  for (const cells of others) {
    line += 1;
    if (cells.some((cell) => cell.trim() !== "")) {
      rows.push({ line, cells: Object.fromEntries(columns.map((name, at) => [name, (cells[at] ?? "").trim()])) });
    }
    line += breaksIn(cells);
  }
  return { form: "csv", columns: columns.filter((name) => name !== ""), rows, bad: [] };
}

/** A quoted cell may span lines. */
function breaksIn(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + cell.split("\n").length - 1, 0);
}
