import { decodeBytes } from "./decode";
import { formatOf } from "./format";
import type { Format } from "./format";
import type { FileNote, ReadResult } from "./read-result";
import { maxFileBytes, refuse, tooLarge } from "./read-result";
import { sheetsOf } from "./read-sheets";
import type { TableChoices } from "./table/layout";
import { noChoices } from "./table/layout";
import { readSheets } from "./table/sheets";

export interface PlanBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Said by the person; null: the name of the file says it. */
  readonly format: Format | null;
  /** What somebody said about a table; left out: as the reader understands it. */
  readonly choices?: TableChoices;
}

/** A plan from a file of any format: a plan with notes, or a refusal. Nothing in the file makes it throw. */
export async function readFile(file: PlanBytes): Promise<ReadResult> {
  const { name, bytes } = file;
  if (bytes.length > maxFileBytes) return tooLarge(name);
  const known = file.format ?? formatOf(name);
  if (known === null)
    return refuse(
      `${name} does not say which format it is.`,
      "Name it .yaml, .json, .csv, .xlsx, .xml or .md, or say the format.",
    );
  const read = await readAs(known, file);
  const guess = known === "xlsx" ? null : decodeBytes(bytes).guess;
  if (read.kind === "refused" || guess === null) return read;
  const note: FileNote = { line: null, message: `The file does not say its encoding; it was read as ${guess}.` };
  return { ...read, notes: [note, ...read.notes] };
}

async function readAs(format: Format, { name, bytes, choices }: PlanBytes): Promise<ReadResult> {
  if (format === "csv" || format === "xlsx" || format === "markdown") {
    const read = await sheetsOf({ bytes, name }, format);
    return read.kind === "refused" ? read : readSheets(read, name, choices ?? noChoices);
  }
  const text = decode(bytes);
  if (format === "mspdi") return (await import("./mspdi")).readMspdi(text, name);
  return (await import("./yaml")).readPlan(text, format === "json" && !/\.json$/i.test(name) ? `${name}.json` : name);
}

export function decode(bytes: Uint8Array): string {
  return decodeBytes(bytes).text;
}
