import papa from "papaparse";
import type { Plan } from "#domain/plan/plan";
import type { Refused } from "./read-result";
import { maxFileBytes, refuse, tooLarge } from "./read-result";
import { defuse, refuseFormula } from "./table/cells";
import { fieldsOf, findHeading } from "./table/layout";
import { nothingBeside } from "./table/beside";
import { noHead } from "./table/plan-head";
import type { Sheets } from "./table/sheets";
import { writeTable } from "./table/write-table";

/** Far more than a plan has; reading on would only fill the memory. */
const most = { rows: 100_000, columns: 16_384 };

/** A table in any dialect: comma, semicolon, tab or bar, with a byte order mark, `sep=` line or preamble or without. */
export function csvSheets(text: string, name: string): Sheets | Refused {
  if (text.length > maxFileBytes) return tooLarge(name);
  const plain = text.replace(/^\uFEFF/, "");
  const sep = /^sep=(.)\r?\n/i.exec(plain);
  const skipped = sep ? 1 : 0;
  const body = sep ? plain.slice(sep[0].length) : plain;
  const delimiter = sep?.[1] ?? guessDelimiter(body);
  const read = papa.parse<string[]>(body, { delimiter, skipEmptyLines: false, preview: most.rows + 1 });
  const unclosed = read.errors.find(({ code }) => code === "MissingQuotes");
  if (unclosed)
    return refuse(
      `${name} opens a quote and never closes it.`,
      "Close the quote, or double it inside a cell.",
      lineAt(body, unclosed.index ?? 0) + skipped,
    );
  if (read.data.length > most.rows || read.data.some((row) => row.length > most.columns))
    return refuse(
      `${name} has more than ${most.rows} rows or ${most.columns} columns.`,
      "Keep only the table of steps in the file.",
    );
  const rows = read.data.map((row) => row.map(refuseFormula));
  return {
    kind: "sheets",
    sheets: [{ name: "", rows, lines: linesOf(read.data, 1 + skipped), levels: [], merges: [], remarks: [] }],
    head: noHead,
    beside: nothingBeside,
    taken: new Set(),
    notes: [],
  };
}

/** Cells that a spreadsheet would run as a formula are defused with an apostrophe. */
export function writeCsv(plan: Plan): string {
  const rows = writeTable(plan).map((row) => row.map(defuse));
  return `\uFEFF${papa.unparse(rows, { newline: "\r\n" })}\r\n`;
}

/** The mark that makes the most headings known, then the one that stands most often; decimal commas make a comma a poor witness. */
function guessDelimiter(text: string): string {
  const head = text.slice(0, 20_000);
  const score = (delimiter: string) => {
    const rows = papa.parse<string[]>(head, { delimiter, preview: 40 }).data;
    const heading = findHeading(rows);
    const known = heading === null ? [] : fieldsOf(rows[heading] ?? []).filter((field) => field !== null);
    return known.length * 100_000 + Math.max(0, ...rows.map((row) => row.length));
  };
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
