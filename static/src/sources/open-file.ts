import type { RefusalView } from "#contract/reply";
import { eventRows } from "#formats/event-rows";
import { sayBytes } from "../parts/share";
import { piecesOf } from "#formats/pieces";

export interface OpenedFile {
  readonly name: string;
  /** Its events a line each, or a table. */
  readonly lines: Blob;
  readonly columns: readonly string[];
}

export type Opened =
  | { readonly kind: "opened"; readonly file: OpenedFile }
  | { readonly kind: "refused"; readonly refusal: RefusalView };

/** An array has no lines to cut between, so that all of it is read at once. */
const mostArrayBytes = 64_000_000;

/** The columns of a file, from its beginning. */
export async function openFile(file: File): Promise<Opened> {
  const about = `${file.name} (${sayBytes(file.size)})`;
  const lines = await asLines(file);
  if (lines === null) {
    return refused(
      `${about} is no JSON array that can be read here.`,
      `Write one event on each line instead, or keep the array under ${sayBytes(mostArrayBytes)}.`,
    );
  }
  const first = await piecesOf(lines).next();
  const columns = first.done === true ? [] : eventRows(first.value.text).columns;
  if (columns.length > 0) return { kind: "opened", file: { name: file.name, lines, columns } };
  return refused(`${about} holds no event.`, "Choose a CSV with a heading line, NDJSON, or a JSON array of events.");
}

function refused(message: string, mend: string): Opened {
  return { kind: "refused", refusal: { code: "unsupported", message, mend } };
}

async function asLines(file: File): Promise<Blob | null> {
  const beginning = await file.slice(0, 1_000).text();
  if (
    !beginning
      .replace(/^\uFEFF/, "")
      .trimStart()
      .startsWith("[")
  )
    return file;
  const rows = file.size > mostArrayBytes ? null : rowsOf(await file.text());
  return rows === null ? null : new Blob([rows.map((row) => JSON.stringify(row)).join("\n")]);
}

function rowsOf(text: string): readonly unknown[] | null {
  try {
    const rows: unknown = JSON.parse(text);
    return Array.isArray(rows) ? rows : null;
  } catch {
    return null;
  }
}
