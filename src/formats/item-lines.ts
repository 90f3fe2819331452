import { isMap, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import type { Plan } from "#domain/plan/plan";
import type { Format } from "./format";
import { yamlOptions } from "./yaml-document";

/** The line on which an item of the plan stands, or on which one of its fields does; null when it cannot be told. */
export type ItemLine = (item: string | null, field: string | null) => number | null;

export interface WrittenPlan {
  readonly text: string;
  readonly format: Exclude<Format, "xlsx">;
  readonly plan: Plan;
}

/** Where the file says what it says of each item, for findings that were made on the plan and not on its text. */
export function itemLines({ text, format, plan }: WrittenPlan): ItemLine {
  return format === "yaml" || format === "json" ? linesOfDocument(text) : linesOfTitles(text, plan);
}

function linesOfDocument(text: string): ItemLine {
  const lines = new LineCounter();
  const { contents } = parseDocument(text, { ...yamlOptions, lineCounter: lines });
  const items = new Map<string, unknown>();
  const sections = isMap(contents) ? contents.items : [];
  for (const { value } of sections) {
    for (const entry of isSeq(value) ? value.items : []) {
      const id: unknown = isMap(entry) ? entry.get("id") : null;
      if ((typeof id === "string" || typeof id === "number") && !items.has(String(id))) items.set(String(id), entry);
    }
  }
  const head: unknown = isMap(contents) ? contents.get("plan", true) : null;
  return (item, field) => {
    const entry = item === null ? head : items.get(item);
    if (!isMap(entry)) return null;
    const pair = entry.items.find(({ key }) => isScalar(key) && key.value === field);
    const start = (pair && isScalar(pair.key) ? pair.key.range : entry.range)?.[0];
    return start === undefined ? null : lines.linePos(start).line;
  };
}

/** A title that stands on one line and on no other leaves no doubt which row is meant. */
function linesOfTitles(text: string, plan: Plan): ItemLine {
  const rows = text.split(/\r\n|\r|\n/);
  const titles = new Map([...plan.steps, ...plan.risks, ...plan.rollbacks].map(({ id, title }) => [id, title]));
  const cells = linesOfCells(rows);
  const search = searchIn(rows);
  return (item) => {
    const title = item === null ? "" : (titles.get(item) ?? "").trim();
    if (title === "") return null;
    const line = cells.get(title);
    return line === undefined ? search(title) : line;
  };
}

/** Every piece of text between the marks of tables and XML, with its line; null for what stands on several. */
function linesOfCells(rows: readonly string[]): ReadonlyMap<string, number | null> {
  const found = new Map<string, number | null>();
  rows.forEach((row, at) => {
    for (const piece of row.split(/[,;\t|"<>]/)) {
      const cell = piece.trim();
      const line = found.get(cell);
      if (cell !== "" && line !== at + 1) found.set(cell, line === undefined ? at + 1 : null);
    }
  });
  return found;
}

/** Titles with marks in them are looked for one by one, in as much text as may be read again and again. */
function searchIn(rows: readonly string[]): (title: string) => number | null {
  const length = rows.reduce((sum, row) => sum + row.length, 0);
  let left = mostSearched;
  return (title) => {
    left -= length;
    if (left < 0) return null;
    const first = rows.findIndex((row) => row.includes(title));
    return first === -1 || rows.some((row, at) => at > first && row.includes(title)) ? null : first + 1;
  };
}

const mostSearched = 200_000_000;
