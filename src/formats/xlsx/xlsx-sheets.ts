import readXlsxFile from "read-excel-file/universal";
import type { Refused } from "../read-result";
import { maxFileBytes, refuse, tooLarge } from "../read-result";
import type { Sheet, Sheets } from "../table/sheets";
import { zipEntries } from "../zip";
import { unquoteTrap } from "../table/cells";
import { findHeading } from "../table/layout";
import { noHead } from "../table/plan-head";
import type { Legend } from "./colour-status";
import { fillAt, legendOf, spellColours } from "./colour-status";
import { readBeside } from "./read-beside";
import type { SheetMarks } from "./sheet-marks";
import type { Look, WorkbookMarks } from "./workbook-marks";
import { workbookMarks } from "./workbook-marks";

/** What a workbook may unpack to: far above any plan, far below what a zip bomb wants. */
const maxUnpackedBytes = 50 * 1024 * 1024;

/** Every sheet of a workbook, with what its cells show: results of formulas, days as days. */
export async function xlsxSheets(bytes: Uint8Array, name: string): Promise<Sheets | Refused> {
  if (bytes.length > maxFileBytes) return tooLarge(name);
  const entries = zipEntries(bytes);
  if (entries === null) return notAWorkbook(bytes, name);
  const unpacked = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  if (unpacked > maxUnpackedBytes) return tooLarge(name);
  const marks = await workbookMarks(bytes, entries);
  if (marks.kind === "refused") return marks.reason === "damaged" ? damaged(name) : sheetTooLarge(name);
  const values = await valuesOf(bytes);
  if (values === null) return damaged(name);
  const read = readBeside(values);
  const legend = legendOf(
    values.map(({ name, rows }) => ({ rows, marks: marks.sheets.get(name) })),
    marks.looks,
  );
  return {
    kind: "sheets",
    sheets: values.map((sheet) => withMarks(sheet, { ...marks, legend })),
    head: noHead,
    ...read,
  };
}

/** The old format and a password both show in the first bytes: those of Microsoft's compound file. */
function notAWorkbook(bytes: Uint8Array, name: string): Refused {
  const isCompound = bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;
  return isCompound
    ? refuse(`${name} is an old .xls workbook, or has a password.`, "Save it as .xlsx without a password.")
    : refuse(`${name} is not an Excel workbook.`, "Save it as .xlsx.");
}

function damaged(name: string): Refused {
  return refuse(`${name} is damaged, or no workbook.`, "Open it in Excel and save it again as .xlsx.");
}

function sheetTooLarge(name: string): Refused {
  return refuse(
    `${name} has a sheet with more rows or columns than a plan could have.`,
    "Keep only the table of steps.",
  );
}

export interface SheetValues {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

async function valuesOf(bytes: Uint8Array): Promise<readonly SheetValues[] | null> {
  try {
    const sheets = await readXlsxFile(new Uint8Array(bytes).buffer, { trim: false });
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellText)) }));
  } catch {
    // The library throws for every kind of damage; which one it was helps nobody.
    return null;
  }
}

/** As the cell shows it: whole minutes, and no more digits than Excel keeps. */
function cellText(cell: unknown): string {
  if (cell instanceof Date) {
    if (Number.isNaN(cell.getTime())) return "";
    const minute = new Date(Math.round(cell.getTime() / 60_000) * 60_000);
    return minute
      .toISOString()
      .replace(/T00:00:00\.000Z$/, "")
      .replace(/:\d{2}\.\d{3}Z$/, "");
  }
  if (typeof cell === "number") return String(Number(cell.toPrecision(15)));
  return typeof cell === "string" || typeof cell === "boolean" ? unquoteTrap(String(cell)) : "";
}

/** A workbook beyond the values of its cells. */
interface Seen extends Extract<WorkbookMarks, { kind: "marks" }> {
  readonly legend: Legend;
}

function withMarks({ name, rows }: SheetValues, seen: Seen): Sheet {
  const { sheets, looks, hidden, legend } = seen;
  const marks = sheets.get(name);
  const lines = rows.map((_, at) => at + 1);
  if (!marks) return { name, rows, lines, levels: [], merges: [], remarks: [] };
  const indents = rows.map((_, at) => indentOf(marks.styles.get(at), looks));
  const levels = rows.map((_, at) => marks.levels[at] ?? 0);
  const isGrouped = levels.some((level) => level > 0);
  return {
    name,
    rows: spellColours({ rows, marks }, looks, legend),
    lines,
    levels: isGrouped ? levels : indents,
    merges: marks.merges,
    isHidden: hidden.has(name),
    remarks: [
      ...(isColoured(rows, marks, seen)
        ? [
            `Some cells of "${name}" are coloured, and no cell says what the colours mean; a status they stand for is lost.`,
          ]
        : []),
      ...(marks.unanswered > 0
        ? [
            `Cells of "${name}" with an error, or a formula whose result was not saved, were read as empty: ${marks.unanswered}.`,
          ]
        : []),
    ],
  };
}

/** The cell of a title is the one people indent. */
function indentOf(styles: ReadonlyMap<number, number> | undefined, looks: readonly Look[]): number {
  return Math.max(0, ...[...(styles?.values() ?? [])].map((style) => looks[style]?.indent ?? 0));
}

/**
 * Bands of whole rows and columns filled from top to bottom in one colour are decoration; a cell filled for itself says something, and
 * where no legend says what, that is lost.
 */
function isColoured(rows: SheetValues["rows"], marks: SheetMarks, { looks, legend }: Seen): boolean {
  const body = rows.map((row, at) => ({ row, at })).slice((findHeading(rows) ?? -1) + 1);
  const fill = (row: number, column: number) => fillAt(marks, looks, { row, column });
  const columns = Array.from({ length: Math.max(0, ...body.map(({ row }) => row.length)) }, (_, at) => at);
  const mixed = columns.filter((column) => new Set(body.map(({ at }) => fill(at, column))).size > 1);
  return body.some(({ row, at }) => {
    const said = row.map((_, column) => column).filter((column) => row[column] !== "");
    const isUnknown = (column: number) => fill(at, column) !== null && !legend.has(fill(at, column) ?? "");
    return mixed.some(isUnknown) && said.some((column) => fill(at, column) === null);
  });
}
