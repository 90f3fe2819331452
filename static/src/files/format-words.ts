import type { Format } from "#formats/format";

export const formatTitles: Readonly<Record<Format, string>> = {
  yaml: "YAML",
  json: "JSON",
  csv: "CSV",
  xlsx: "Excel",
  markdown: "Markdown",
  mspdi: "MS Project XML",
};

/** What a person calls the thing they chose. */
export const formatNames: Readonly<Record<Format, string>> = {
  yaml: "YAML plan file",
  json: "JSON plan file",
  csv: "CSV table of steps",
  xlsx: "Excel table of steps",
  markdown: "Markdown document with steps",
  mspdi: "MS Project XML file",
};

export const formatEndings: Readonly<Record<Format, string>> = {
  yaml: "yaml",
  json: "json",
  csv: "csv",
  xlsx: "xlsx",
  markdown: "md",
  mspdi: "xml",
};

/** Whether the format has a place for the steps of a plan and for little else. */
export function holdsStepsOnly(format: Format): boolean {
  return format !== "yaml" && format !== "json";
}

export const formatTypes: Readonly<Record<Format, string>> = {
  yaml: "application/yaml",
  json: "application/json",
  csv: "text/csv",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  markdown: "text/markdown",
  mspdi: "application/xml",
};
