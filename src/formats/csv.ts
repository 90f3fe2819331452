import papa from "papaparse";
import type { Plan } from "#domain/plan/plan";
import type { ReadResult } from "./read-result";
import { maxFileBytes, refuse, tooLarge } from "./read-result";
import { defuse, refuseFormula } from "./table/cells";
import { noHead } from "./table/plan-head";
import { readTable } from "./table/read-table";
import { writeTable } from "./table/write-table";

/** A table of steps in any dialect: comma, semicolon, tab or bar, with a byte order mark, `sep=` line or preamble or without. */
export function readCsv(text: string, name: string): ReadResult {
  if (text.length > maxFileBytes) return tooLarge(name);
  const plain = text.replace(/^\uFEFF/, "");
  const sep = /^sep=(.)\r?\n/i.exec(plain);
  const skipped = sep ? 1 : 0;
  const body = sep ? plain.slice(sep[0].length) : plain;
  const read = papa.parse<string[]>(body, { delimiter: sep?.[1] ?? guessDelimiter(body), skipEmptyLines: false });
  const unclosed = read.errors.find(({ code }) => code === "MissingQuotes");
  if (unclosed)
    return refuse(
      `${name} opens a quote and never closes it.`,
      "Close the quote, or double it inside a cell.",
      lineAt(body, unclosed.index ?? 0) + skipped,
    );
  const rows = read.data.map((row) => row.map(refuseFormula));
  return readTable({ rows, lines: linesOf(read.data, 1 + skipped), name, head: noHead });
}

/** Cells that a spreadsheet would run as a formula are defused with an apostrophe. */
export function writeCsv(plan: Plan): string {
  const rows = writeTable(plan).map((row) => row.map(defuse));
  return `\uFEFF${papa.unparse(rows, { newline: "\r\n" })}\r\n`;
}

/** The mark that stands most often outside quotes in the first lines; decimal commas make the first comma a poor witness. */
function guessDelimiter(text: string): string {
  const head = text.slice(0, 20_000).replaceAll(/"(?:[^"]|"")*"/g, "");
  const lines = head.split(/\r?\n/).slice(0, 30);
  const score = (mark: string) => Math.max(0, ...lines.map((line) => line.split(mark).length - 1));
  return [",", ";", "\t", "|"].toSorted((a, b) => score(b) - score(a))[0] ?? ",";
}

/** Rows span lines where a quoted cell does. */
function linesOf(rows: readonly (readonly string[])[], first: number): readonly number[] {
  let line = first;
  return rows.map((row) => {
    const at = line;
    line += 1 + row.reduce((sum, cell) => sum + cell.split("\n").length - 1, 0);
    return at;
  });
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split("\n").length;
}
