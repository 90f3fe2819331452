import { SaxesParser } from "saxes";
import type { Merge } from "../table/table-rows";

/** What a sheet says beside the values of its cells. */
export interface SheetMarks {
  readonly merges: readonly Merge[];
  /** How deep each row is grouped, by rows from 0. */
  readonly levels: readonly number[];
  /** The style of the cells that hold something, by row and column from 0. */
  readonly styles: ReadonlyMap<number, ReadonlyMap<number, number>>;
  /** How many cells show an error, or a formula whose result was never saved. */
  readonly unanswered: number;
}

export type MarksResult =
  | { readonly kind: "marks"; readonly marks: SheetMarks }
  | { readonly kind: "refused"; readonly reason: "damaged" | "too-large" };

/** What a sheet of a workbook can hold at most, and far more than a plan does. */
const most = { rows: 1_048_576, columns: 16_384, area: 20_000_000 };

interface Growing {
  readonly merges: Merge[];
  readonly levels: number[];
  readonly styles: Map<number, Map<number, number>>;
  row: number;
  column: number;
  cell: { readonly isError: boolean; hasFormula: boolean; hasValue: boolean };
  unanswered: number;
  refused: "damaged" | "too-large" | null;
}

/**
 * Reads a sheet for its merges, groups and styles, and refuses one whose addresses would make the reader of values fill the memory:
 * that reader believes a row that says it is number one billion.
 */
export function sheetMarks(xml: string): MarksResult {
  const parser = new SaxesParser();
  const sheet: Growing = {
    merges: [],
    levels: [],
    styles: new Map(),
    row: -1,
    column: -1,
    cell: noCell(),
    unanswered: 0,
    refused: null,
  };
  parser.on("error", () => void (sheet.refused ??= "damaged"));
  parser.on("doctype", () => void (sheet.refused ??= "damaged"));
  parser.on("opentag", ({ name, attributes }) => read(sheet, name.replace(/^.*:/, ""), attributes));
  parser.on("closetag", ({ name }) => closeCell(sheet, name.replace(/^.*:/, "")));
  for (let at = 0; at < xml.length && sheet.refused === null; at += 65_536) parser.write(xml.slice(at, at + 65_536));
  if (sheet.refused === null) parser.close();
  if (sheet.refused !== null) return { kind: "refused", reason: sheet.refused };
  const { merges, levels, styles, unanswered } = sheet;
  return { kind: "marks", marks: { merges, levels, styles, unanswered } };
}

function noCell(): Growing["cell"] {
  return { isError: false, hasFormula: false, hasValue: false };
}

function closeCell(sheet: Growing, name: string): void {
  if (name !== "c") return;
  const { isError, hasFormula, hasValue } = sheet.cell;
  if (isError || (hasFormula && !hasValue)) sheet.unanswered += 1;
}

function read(sheet: Growing, name: string, attributes: Readonly<Record<string, string>>): void {
  if (name === "row") openRow(sheet, attributes);
  if (name === "c") openCell(sheet, attributes);
  if (name === "f") sheet.cell.hasFormula = true;
  if (name === "v") sheet.cell.hasValue = true;
  if (name === "mergeCell") merge(sheet, attributes["ref"] ?? "");
}

function openRow(sheet: Growing, { r, outlineLevel }: Readonly<Record<string, string>>): void {
  const row = r === undefined ? sheet.row + 1 : Number(r) - 1;
  if (!Number.isInteger(row) || row <= sheet.row || row >= most.rows) sheet.refused ??= "too-large";
  sheet.row = row;
  sheet.column = -1;
  if (outlineLevel !== undefined && outlineLevel !== "0") sheet.levels[row] = Number(outlineLevel) || 0;
}

function openCell(sheet: Growing, { r, s, t }: Readonly<Record<string, string>>): void {
  sheet.cell = { ...noCell(), isError: t === "e" };
  const column = r === undefined ? sheet.column + 1 : columnOf(r);
  if (column === null || column >= most.columns || (column + 1) * (sheet.row + 1) > most.area)
    sheet.refused ??= "too-large";
  sheet.column = column ?? 0;
  if (s === undefined || s === "0") return;
  const row = sheet.styles.get(sheet.row) ?? new Map<number, number>();
  row.set(sheet.column, Number(s));
  sheet.styles.set(sheet.row, row);
}

/** `C7` stands in column 2. */
function columnOf(address: string): number | null {
  const letters = /^\$?([A-Z]{1,3})/.exec(address)?.[1];
  if (letters === undefined) return null;
  return Array.from(letters).reduce((sum, letter) => sum * 26 + (letter.codePointAt(0) ?? 64) - 64, 0) - 1;
}

function merge(sheet: Growing, ref: string): void {
  const [from = "", to = from] = ref.split(":");
  const column = columnOf(from);
  const [first, last] = [from, to].map((address) => Number(/\d{1,7}$/.exec(address)?.[0] ?? Number.NaN) - 1);
  if (column !== null && first !== undefined && last !== undefined && first < last && last < most.rows)
    sheet.merges.push({ column, first, last });
}
