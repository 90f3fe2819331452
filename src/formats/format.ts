/** The formats a plan may come in and go out as. */
export type Format = "yaml" | "json" | "csv" | "xlsx" | "mspdi" | "markdown";

export const formats: readonly Format[] = ["yaml", "json", "csv", "xlsx", "mspdi", "markdown"];

const endings: Readonly<Record<string, Format>> = {
  yaml: "yaml",
  yml: "yaml",
  json: "json",
  csv: "csv",
  tsv: "csv",
  txt: "csv",
  xlsx: "xlsx",
  xlsm: "xlsx",
  xml: "mspdi",
  mspdi: "mspdi",
  // Read far enough to be refused by name, with the way to a file that can be read.
  mpp: "mspdi",
  mpx: "mspdi",
  xer: "mspdi",
  xls: "xlsx",
  md: "markdown",
  markdown: "markdown",
};

export function formatOf(fileName: string): Format | null {
  return endings[fileName.split(".").at(-1)?.toLowerCase() ?? ""] ?? null;
}
