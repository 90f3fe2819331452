import readXlsxFile from "read-excel-file/universal";
import writeXlsxFile from "write-excel-file/universal";
import type { Plan } from "#domain/plan/plan";
import type { ReadResult } from "./read-result";
import { maxFileBytes, refuse, tooLarge } from "./read-result";
import { findHeading } from "./table/columns";
import { readTable } from "./table/read-table";
import { writeTable } from "./table/write-table";
import { unpackedBytes } from "./zip-size";

/** What a workbook may unpack to: far above any plan, far below what a zip bomb wants. */
const maxUnpackedBytes = 50 * 1024 * 1024;

/** The sheet of a workbook that looks most like a table of steps. */
export async function readXlsx(bytes: Uint8Array, name: string): Promise<ReadResult> {
  if (bytes.length > maxFileBytes) return tooLarge(name);
  const unpacked = unpackedBytes(bytes);
  if (unpacked === null)
    return refuse(`${name} is not an Excel workbook.`, "Save it as .xlsx; the older .xls and a password are not read.");
  if (unpacked > maxUnpackedBytes) return tooLarge(name);
  const sheets = await sheetsOf(bytes);
  if (sheets === null)
    return refuse(`${name} is damaged, or no workbook.`, "Open it in Excel and save it again as .xlsx.");
  const best = sheets.find((rows) => findHeading(rows) !== null) ?? sheets[0] ?? [];
  return readTable({ rows: best, lines: best.map((_, at) => at + 1), name, title: null });
}

/** Cells are typed as text, so nothing in them runs as a formula. */
export async function writeXlsx(plan: Plan): Promise<Uint8Array> {
  const [heading = [], ...rows] = writeTable(plan);
  const sheet = [
    heading.map((value) => ({ value, type: String, fontWeight: "bold" as const })),
    ...rows.map((row) =>
      row.map((value) => (value === "" ? null : { value, type: String, wrap: value.includes("\n") })),
    ),
  ];
  const blob = await writeXlsxFile(sheet, { sheet: "Steps", stickyRowsCount: 1 }).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

async function sheetsOf(bytes: Uint8Array): Promise<readonly (readonly (readonly string[])[])[] | null> {
  try {
    const sheets = await readXlsxFile(new Uint8Array(bytes).buffer, { trim: false });
    return sheets.map(({ data }) => data.map((row) => row.map(cellText)));
  } catch {
    // The library throws for every kind of damage; which one it was helps nobody.
    return null;
  }
}

function cellText(cell: unknown): string {
  if (cell instanceof Date) {
    if (Number.isNaN(cell.getTime())) return "";
    return cell
      .toISOString()
      .replace(/T00:00:00\.000Z$/, "")
      .replace(/:\d{2}\.\d{3}Z$/, "");
  }
  return typeof cell === "string" || typeof cell === "number" || typeof cell === "boolean" ? String(cell) : "";
}
