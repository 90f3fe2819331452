import readXlsxFile from "read-excel-file/universal";
import writeXlsxFile from "write-excel-file/universal";
import type { Plan } from "#domain/plan/plan";
import type { ReadResult } from "./read-result";
import { maxFileBytes, refuse, tooLarge } from "./read-result";
import { findHeading } from "./table/columns";
import { decodeText, encodeText } from "./table/cells";
import { headOf, headPart, headSections } from "./table/plan-head";
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
  const best = (sheets.find(({ rows }) => findHeading(rows) !== null) ?? sheets[0])?.rows ?? [];
  return readTable({ rows: best, lines: best.map((_, at) => at + 1), name, head: headIn(sheets) });
}

/** Cells are typed as text, so nothing in them runs as a formula. */
export async function writeXlsx(plan: Plan): Promise<Uint8Array> {
  const [heading = [], ...rows] = writeTable(plan);
  const steps = [
    heading.map((value) => ({ value, type: String, fontWeight: "bold" as const })),
    ...rows.map((row) => row.map(textCell)),
  ];
  const head = headSections(plan).flatMap(({ heading, lines }) =>
    lines.map((line) => [textCell(heading), textCell(encodeText(line))]),
  );
  const blob = await writeXlsxFile([
    { data: steps, sheet: "Steps", stickyRowsCount: 1 },
    { data: head, sheet: headSheet },
  ]).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

function textCell(value: string) {
  return value === "" ? null : { value, type: String, wrap: value.includes("\n") };
}

const headSheet = "About the plan";

interface SheetRows {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

function headIn(sheets: readonly SheetRows[]) {
  const rows = sheets.find(({ name }) => name === headSheet)?.rows ?? [];
  const entries = rows.flatMap(([heading = "", line = ""]) => {
    const part = headPart(heading);
    return part === null ? [] : [{ part, line: decodeText(line) }];
  });
  return headOf(entries);
}

async function sheetsOf(bytes: Uint8Array): Promise<readonly SheetRows[] | null> {
  try {
    const sheets = await readXlsxFile(new Uint8Array(bytes).buffer, { trim: false });
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellText)) }));
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
