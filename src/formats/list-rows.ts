import Papa from "papaparse";
import { z } from "zod";

export interface ListRow {
  /** As an editor shows it; of a JSON array the place in it. */
  readonly line: number;
  readonly cells: Readonly<Record<string, unknown>>;
}

/** A list as CSV with a header, as JSON lines or as a JSON array; columns by the names given, whatever the system calls them. Null: no JSON. */
export function listRows(text: string, names: Readonly<Record<string, string>>): readonly ListRow[] | null {
  const body = text.replace(/^\uFEFF/, "");
  const nameOf = (column: string) =>
    Object.entries(names).find(([known]) => known === plain(column))?.[1] ?? plain(column);
  if (!/^\s*[[{]/.test(body)) return csvRows(body, nameOf);
  try {
    return jsonRows(body).map(({ line, cells }) => ({ line, cells: renamed(cells, nameOf) }));
  } catch {
    return null;
  }
}

/** `accessAt`, `access_at` and `Access at` are one name. */
function plain(column: string): string {
  const spaced = column.trim().replace(/([a-z])([A-Z])/g, "$1 $2");
  return spaced.replaceAll("_", " ").toLowerCase();
}

function csvRows(body: string, transformHeader: (column: string) => string): readonly ListRow[] {
  const { data } = Papa.parse<Record<string, string>>(body, {
    header: true,
    skipEmptyLines: "greedy",
    transformHeader,
  });
  return data.map((cells, index) => ({ line: index + 2, cells }));
}

const jsonRow = z.looseObject({});

function jsonRows(body: string): readonly ListRow[] {
  if (body.trimStart().startsWith("[")) {
    const rows = z.array(jsonRow).parse(JSON.parse(body));
    return rows.map((cells, index) => ({ line: index + 1, cells }));
  }
  return body.split("\n").flatMap((text, index) => {
    return text.trim() === "" ? [] : [{ line: index + 1, cells: jsonRow.parse(JSON.parse(text)) }];
  });
}

function renamed(cells: ListRow["cells"], nameOf: (column: string) => string): ListRow["cells"] {
  return Object.fromEntries(Object.entries(cells).map(([name, cell]) => [nameOf(name), cell]));
}
