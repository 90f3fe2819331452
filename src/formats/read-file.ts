import { formatOf } from "./format";
import type { Format } from "./format";
import type { ReadResult } from "./read-result";
import { maxFileBytes, refuse, tooLarge } from "./read-result";

export interface PlanBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Said by the person; null: the name of the file says it. */
  readonly format: Format | null;
}

/** A plan from a file of any format: a plan with notes, or a refusal. Nothing in the file makes it throw. */
export async function readFile({ name, bytes, format }: PlanBytes): Promise<ReadResult> {
  if (bytes.length > maxFileBytes) return tooLarge(name);
  const known = format ?? formatOf(name);
  if (known === null)
    return refuse(
      `${name} does not say which format it is.`,
      "Name it .yaml, .json, .csv, .xlsx, .xml or .md, or say the format.",
    );
  if (known === "xlsx") return (await import("./xlsx")).readXlsx(bytes, name);
  const text = decode(bytes);
  if (known === "yaml" || known === "json")
    return (await import("./yaml")).readPlan(text, known === "json" ? `${name}.json` : name);
  if (known === "csv") return (await import("./csv")).readCsv(text, name);
  if (known === "markdown") return (await import("./markdown")).readMarkdown(text, name);
  return (await import("./mspdi")).readMspdi(text, name);
}

/** Spreadsheets still write UTF-16 with a mark and, in the West, Windows-1252 without one. */
export function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
