import type { Format } from "./format";

/** The format of a text that came without a name. Cells copied from a spreadsheet are a table with tabs. */
export function guessFormat(text: string): Exclude<Format, "xlsx"> {
  const plain = text.replace(/^\uFEFF/, "").trimStart();
  if (plain.startsWith("<")) return "mspdi";
  if (plain.startsWith("{")) return "json";
  if (/^(uptake|plan|steps)\s*:/m.test(plain)) return "yaml";
  return /^(#{1,6} |\|.*\|\s*$|\s*[-*] \[[ xX]\])/m.test(plain) ? "markdown" : "csv";
}
