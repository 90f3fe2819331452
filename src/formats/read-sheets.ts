import { decodeBytes } from "./decode";
import type { Format } from "./format";
import type { Refused } from "./read-result";
import type { Sheets } from "./table/sheets";

export type TableFormat = Extract<Format, "csv" | "xlsx" | "markdown">;

/** The tables in a file of a format that keeps steps as rows. */
export async function sheetsOf(
  { bytes, name }: { readonly bytes: Uint8Array; readonly name: string },
  format: TableFormat,
): Promise<Sheets | Refused> {
  if (format === "xlsx") return (await import("./xlsx/xlsx-sheets")).xlsxSheets(bytes, name);
  const { text } = decodeBytes(bytes);
  if (format === "csv") return (await import("./csv")).csvSheets(text, name);
  return (await import("./markdown")).markdownSheets(text, name);
}
